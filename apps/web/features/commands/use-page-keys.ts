'use client';
import { keymapOf } from '@autograph/editor/keymap.ts';
import { chordOf } from '@autograph/editor/tools/chord.ts';
import { modifiersOf } from '@autograph/editor-dom/modifiers.ts';
import { useEffect, useRef } from 'react';
import { isTyping, isWriting } from '@/lib/is-typing.ts';
import { type PageActionId, pageActions } from './page-actions.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Whether what is being written where the focus is has a use of its own for the keys. */
const isTakenBy = (target: EventTarget | null, chord: string) =>
  target instanceof HTMLElement && target.closest<HTMLElement>('[data-keys]')?.dataset.keys?.split(' ').includes(chord) === true;

/** The keys to show for an action of a page, without loading what the board can do. */
export function usePageKeysOf(id: PageActionId): string | undefined {
  const overrides = useShortcuts((state) => state.overrides);
  return keymapOf(pageActions, overrides).keysOf(id)[0];
}

/** Lets keys do these things wherever the focus is on the page; keys that write do not while someone is typing. */
export function usePageKeys(runs: Partial<Readonly<Record<PageActionId, () => void>>>): void {
  const latest = useRef(runs);
  useEffect(() => {
    latest.current = runs;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const modifiers = modifiersOf(event);
      const typing = isTyping(event.target);
      if (typing && isWriting(event.key, modifiers.mod)) return;
      const chord = chordOf({ key: event.key, code: event.code, modifiers });
      if (isTakenBy(event.target, chord)) return;
      const keymap = keymapOf(pageActions, useShortcuts.getState().overrides);
      const run = keymap
        .at(chord)
        .filter(({ place }) => !(typing && place === 'board'))
        .map(({ id }) => latest.current[id])
        .find((candidate) => candidate !== undefined);
      if (!run) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
