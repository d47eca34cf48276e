'use client';
import { chordOf, type Editor, keymapOf } from '@autograph/editor';
import { modifiersOf } from '@autograph/editor-dom/modifiers.ts';
import { useEffect } from 'react';
import { pageActions } from '@/features/commands/page-actions.ts';
import { useShortcuts } from '@/features/commands/use-shortcuts.ts';
import { usePanes } from '@/features/file/panes.ts';
import { isTyping } from '@/lib/is-typing.ts';
import { openInsertMenu } from './open-insert-menu.ts';

/** Where keys mean something of their own. */
const inWindow = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Lets keys open the insert menu at the pointer, and the icon library, unless someone is typing or a window is open. */
export function useInsertKeys(editor: Editor): void {
  useEffect(() => {
    const stop = new AbortController();
    let pointer: { readonly x: number; readonly y: number } | null = null;
    const onMove = (event: PointerEvent) => {
      const onBoard = event.target instanceof Element && event.target.closest('[role="application"]') !== null;
      pointer = onBoard ? { x: event.clientX, y: event.clientY } : null;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (editor.readOnly || isTyping(event.target)) return;
      if (event.target instanceof Element && event.target.closest(inWindow)) return;
      const { view, icons, set } = usePanes.getState();
      if (view === 'note') return;
      const chord = chordOf({ key: event.key, code: event.code, modifiers: modifiersOf(event) });
      const asked = keymapOf(pageActions, useShortcuts.getState().overrides).at(chord);
      if (asked.some(({ id }) => id === 'insert')) openInsertMenu(editor, pointer);
      else if (asked.some(({ id }) => id === 'icons')) set({ icons: !icons });
      else return;
      event.preventDefault();
    };
    window.addEventListener('pointermove', onMove, { signal: stop.signal, passive: true });
    window.addEventListener('keydown', onKey, { signal: stop.signal });
    return () => stop.abort();
  }, [editor]);
}
