import * as Y from 'yjs';

/** Where typing leaves its undo steps: the editor's history. */
export interface EntryHistory {
  push(entry: { undo(): void; redo(): void; block?: string | undefined }): void;
}

/**
 * Undo of typing in the file's shared texts, in one line with the canvas: each burst of typing becomes an entry of the
 * editor's history. Give the manager to the text editors' bindings, which register what they type with it, and let their
 * undo keys ask the editor. Destroy it when the file closes.
 */
export function createTypingUndo(doc: Y.Doc, history: EntryHistory): Y.UndoManager {
  const typing = new Y.UndoManager(doc, { trackedOrigins: new Set(), captureTimeout: 500 });
  typing.on('stack-item-added', ({ changedParentTypes }) => {
    if (typing.undoing || typing.redoing) return;
    const [block] = [...changedParentTypes.keys()].flatMap((type) => blockOf(type) ?? []);
    history.push({ undo: () => typing.undo(), redo: () => typing.redo(), block });
  });
  return typing;
}

/** The block that a text is the source of. */
function blockOf({ parent }: Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>): string | undefined {
  const id: unknown = parent instanceof Y.Map ? parent.get('id') : undefined;
  return typeof id === 'string' ? id : undefined;
}
