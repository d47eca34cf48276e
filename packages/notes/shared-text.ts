import { type Extension, Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import type { Awareness } from 'y-protocols/awareness';
import { type Text, UndoManager } from 'yjs';

/** Binds an editor to a shared text: both ways, with others' carets, and undo of only what this person typed. */
export function sharedText(text: Text, awareness: Awareness | undefined): Extension {
  return [yCollab(text, awareness ?? null, { undoManager: new UndoManager(text) }), Prec.high(keymap.of(yUndoManagerKeymap))];
}
