import type * as Y from 'yjs';

/** One file as it is shared: the handles into its Yjs document. */
export interface FileDoc {
  readonly doc: Y.Doc;
  /** One Y.Map of properties a shape, by id. */
  readonly shapes: Y.Map<Y.Map<unknown>>;
  /** One Y.Map a code block, by id: `source` is a Y.Text and `layout` a Y.Map of placements. */
  readonly blocks: Y.Map<Y.Map<unknown>>;
  /** Markdown. */
  readonly note: Y.Text;
  /** Board settings, one a key. */
  readonly meta: Y.Map<unknown>;
}

/** The names of the document's top-level types; nothing else may be in it. */
export const rootNames = ['shapes', 'blocks', 'note', 'meta'] as const;

/** The handles of a file's document; makes the top-level types when they are not there yet. */
export function openFile(doc: Y.Doc): FileDoc {
  return {
    doc,
    shapes: doc.getMap<Y.Map<unknown>>('shapes'),
    blocks: doc.getMap<Y.Map<unknown>>('blocks'),
    note: doc.getText('note'),
    meta: doc.getMap('meta'),
  };
}
