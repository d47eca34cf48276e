import type { BlockId } from '@autograph/document';
import type { CodeEditor } from '@autograph/notes';

const open = new Map<BlockId, CodeEditor>();

/** The text editors that are on screen, by block: what stands around them works on the text through these. */
export const openEditors = {
  /** Gives the way to take it out again. */
  add(block: BlockId, editor: CodeEditor): () => void {
    open.set(block, editor);
    return () => {
      if (open.get(block) === editor) open.delete(block);
    };
  },
  of: (block: BlockId): CodeEditor | undefined => open.get(block),
};
