'use client';
import { chordOf, type Editor } from '@autograph/editor';
import { modifiersOf } from '@autograph/editor-dom/modifiers.ts';
import { useEffect } from 'react';
import { usePanes } from '@/features/file/panes.ts';
import { boardHears, keyPlace } from './board-hears.ts';
import { useStage } from './stage.ts';

/** Lets the board's keys go on while the keyboard is nowhere, or at a button beside the board that has no use for them. */
export function useBoardKeys(editor: Editor): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key, code, repeat } = event;
      if (event.defaultPrevented || event.isComposing || editor.editing || !(target instanceof Element)) return;
      if (usePanes.getState().view === 'note' || useStage.getState().stage === 'presenting') return;
      const modifiers = modifiersOf(event);
      const chord = chordOf({ key, code, modifiers });
      if (!boardHears(keyPlace(target), chord)) return;
      if (key !== 'Escape' && editor.keymap.at(chord).length === 0) return;
      if (editor.input({ kind: 'key_down', key, code, repeat, modifiers })) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [editor]);
}
