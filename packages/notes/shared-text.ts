import { type Extension, Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { yCollab } from 'y-codemirror.next';
import type { Awareness } from 'y-protocols/awareness';
import type { Text, UndoManager } from 'yjs';

/** Where typing leaves its undo steps, and who answers the undo keys: one line of history with the rest of the file. */
export interface SharedUndo {
  readonly manager: UndoManager;
  undo(): void;
  redo(): void;
}

/** Binds an editor to a shared text: both ways, with others' carets, and the undo keys of the whole file. */
export function sharedText(text: Text, awareness: Awareness | undefined, history: SharedUndo): Extension {
  const undo = () => {
    history.undo();
    return true;
  };
  const redo = () => {
    history.redo();
    return true;
  };
  return [
    yCollab(text, awareness ?? null, { undoManager: history.manager }),
    Prec.high(
      keymap.of([
        { key: 'Mod-z', run: undo, shift: redo, preventDefault: true },
        { key: 'Mod-y', run: redo, preventDefault: true },
      ]),
    ),
  ];
}
