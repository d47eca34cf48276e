import type { Block, BlockId } from '@autograph/document';
import type { Derivation, DocumentStore } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Layouter } from '@autograph/layout';
import { arrange } from './arrange.ts';

/** What of the editor is needed to keep its code blocks laid out. */
export interface BlockHost {
  readonly document: DocumentStore;
  readonly readOnly: boolean;
  derivation(id: BlockId): Derivation | undefined;
}

/**
 * Lays out what local changes of the text leave without a place, and writes the placements with origin 'layout'.
 * Changes by others are laid out where they were made. Gives the way to stop.
 */
export function watchBlocks(editor: BlockHost, layouter: Layouter, measure: TextMeasurer): () => void {
  const busy = new Set<BlockId>();
  let stopped = false;

  const isMissing = (id: BlockId) => !editor.readOnly && (editor.derivation(id)?.unplaced.length ?? 0) > 0;

  async function settle(id: BlockId): Promise<void> {
    if (busy.has(id)) return;
    busy.add(id);
    try {
      // A text that changed during the layout is laid out again; one that gains nothing from a layout is left alone.
      for (let progress = true; progress && !stopped && isMissing(id); ) {
        const before = editor.document.blocks.get(id);
        if (!before) return;
        const found = await arrange(before, layouter, measure);
        const now = editor.document.blocks.get(id);
        if (stopped || !now) return;
        progress = now.source !== before.source || fill(now, found);
      }
    } finally {
      busy.delete(id);
    }
  }

  function fill(block: Block, found: Block['layout']): boolean {
    // What a person has moved while the layout ran stays, and then everything else that had a place does too.
    const touched = Object.values(block.layout).some(({ pinned }) => pinned);
    const fresh = Object.entries(found).filter(([node]) => !touched || !block.layout[node]);
    if (fresh.length === 0) return false;
    const layout = { ...block.layout, ...Object.fromEntries(fresh) };
    editor.document.apply({ blocks: [[block.id, { ...block, layout }]] }, 'layout');
    return true;
  }

  const unsubscribe = editor.document.subscribe((change) => {
    if (change.origin === 'remote' || change.origin === 'layout') return;
    for (const [id, { after }] of change.blocks) if (after) void settle(id);
  });
  for (const id of editor.document.blocks.keys()) void settle(id);
  return () => {
    stopped = true;
    unsubscribe();
  };
}
