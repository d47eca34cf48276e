import type { Block, BlockId } from '@autograph/document';
import type { Derivation, Diagnostic } from '@autograph/editor';
import type { Workshop } from './workshop.ts';

interface Wanted {
  readonly block: Block;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds in a workshop what would mend the problems of texts: each idea is tried by reading the text once more, which a page need not wait
 * for. `found` is called with the block for which `withFixes` now gives more.
 */
export function createFixFinder(mend: Workshop['mend'], found: (id: BlockId) => void) {
  const mended = new WeakMap<readonly Diagnostic[], readonly Diagnostic[]>();
  const wanted = new Map<BlockId, Wanted>();
  let working = false;

  async function work(): Promise<void> {
    working = true;
    for (const [id, { block, diagnostics }] of wanted) {
      wanted.delete(id);
      mended.set(diagnostics, await mend(block, diagnostics).catch(() => diagnostics));
      found(id);
    }
    working = false;
  }

  return {
    /** A derivation with what is known to mend its problems; what is not known yet is looked for. */
    withFixes(block: Block, derivation: Derivation): Derivation {
      const { diagnostics } = derivation;
      if (!diagnostics.some(({ severity }) => severity !== 'notice')) return derivation;
      const known = mended.get(diagnostics);
      if (known) return { ...derivation, diagnostics: known };
      wanted.set(block.id, { block, diagnostics });
      if (!working) void work();
      return derivation;
    },
  };
}
