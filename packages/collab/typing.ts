import * as Y from 'yjs';

/** Where typing leaves its undo steps: the editor's history. */
export interface EntryHistory {
  push(entry: { undo(): void; redo(): void }): void;
}

/**
 * Undo of typing in the file's shared texts, in one line with the canvas: each burst of typing becomes an entry of the
 * editor's history. Give the manager to the text editors' bindings, which register what they type with it, and let their
 * undo keys ask the editor. Destroy it when the file closes.
 */
export function createTypingUndo(doc: Y.Doc, history: EntryHistory): Y.UndoManager {
  const typing = new Y.UndoManager(doc, { trackedOrigins: new Set(), captureTimeout: 500 });
  typing.on('stack-item-added', () => {
    if (!typing.undoing && !typing.redoing) history.push({ undo: () => typing.undo(), redo: () => typing.redo() });
  });
  return typing;
}
