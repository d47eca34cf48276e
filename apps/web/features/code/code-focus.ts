import type { BlockId } from '@autograph/document';

type GoTo = (line: number, column: number) => void;

const listeners = new Map<BlockId, GoTo>();

/** Lets a list of problems lead to the text that they are in. */
export const codeFocus = {
  listen(block: BlockId, goTo: GoTo): () => void {
    listeners.set(block, goTo);
    return () => {
      if (listeners.get(block) === goTo) listeners.delete(block);
    };
  },
  /** Puts the caret of the block's editor at a 1-based line and column, if it is open. */
  goTo(block: BlockId, line: number, column: number): void {
    listeners.get(block)?.(line, column);
  },
};
