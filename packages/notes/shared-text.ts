import { ChangeSet, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
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
  /** What an undo or redo under way has done to this text. */
  let replayed: ChangeSet | undefined;

  /** The caret goes to where something has changed: the person goes on there. */
  const replaying = (replay: () => void) => (view: EditorView) => {
    replayed = ChangeSet.empty(view.state.doc.length);
    replay();
    let end: number | undefined;
    replayed.iterChangedRanges((_fromA, _toA, _fromB, toB) => {
      end = toB;
    });
    replayed = undefined;
    if (end !== undefined) view.dispatch({ selection: { anchor: end }, scrollIntoView: true });
    return true;
  };
  const undo = replaying(() => history.undo());
  const redo = replaying(() => history.redo());
  return [
    yCollab(text, awareness ?? null, { undoManager: history.manager }),
    EditorView.updateListener.of(({ changes }) => {
      replayed = replayed?.compose(changes);
    }),
    Prec.high(
      keymap.of([
        { key: 'Mod-z', run: undo, shift: redo, preventDefault: true },
        { key: 'Mod-y', run: redo, preventDefault: true },
      ]),
    ),
  ];
}
