import type { Block, BlockId, Placement } from '@autograph/document';
import type { Derivation, DocumentStore } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Layouter } from '@autograph/layout';
import { mergePlacements } from './apply-block-edit.ts';
import { arrange, graphOf } from './arrange.ts';
import { placeAtOnce } from './place-at-once.ts';

/** What of the editor is needed to keep its code blocks laid out. */
export interface BlockHost {
  readonly document: DocumentStore;
  readonly readOnly: boolean;
  derivation(id: BlockId): Derivation | undefined;
}

/**
 * Lays out what local changes of the text leave without a place, and writes the placements with origin 'layout': what typing adds to a
 * large diagram at once, to be seen in the next frame, and again when the whole has been laid out.
 * Changes by others are laid out where they were made. Gives the way to stop.
 */
export function watchBlocks(editor: BlockHost, layouter: Layouter, measure: TextMeasurer): () => void {
  const busy = new Set<BlockId>();
  /** Blocks as they were before changes that have not been looked at yet. */
  const changed = new Map<BlockId, Block | undefined>();
  /** What stands where it does only until the whole is laid out. */
  const provisional = new Map<BlockId, Set<string>>();
  let stopped = false;

  const isMissing = (id: BlockId) => !editor.readOnly && (editor.derivation(id)?.unplaced.length ?? 0) > 0;

  function write(block: Block, placements: Readonly<Record<string, Placement | null>>): void {
    editor.document.apply({ blocks: [[block.id, { ...block, layout: mergePlacements(block.layout, placements) }]] }, 'layout');
  }

  function placeNow(id: BlockId, before: Block | undefined): void {
    const block = editor.document.blocks.get(id);
    const graph = block && isMissing(id) ? graphOf(block, measure) : undefined;
    const placed = block && graph && placeAtOnce(before && graphOf(before, measure), graph, block.layout);
    if (!placed) return;
    const fresh = Object.keys(placed.placements).filter((node) => placed.placements[node]);
    const until = provisional.get(id);
    if (placed.provisional || until) provisional.set(id, new Set([...(until ?? []), ...fresh]));
    write(block, placed.placements);
  }

  async function settle(id: BlockId): Promise<void> {
    if (busy.has(id)) return;
    busy.add(id);
    try {
      // A text that changed during the layout is laid out again; one that gains nothing from a layout is left alone.
      for (let progress = true; progress && !stopped && (isMissing(id) || provisional.has(id)); ) {
        const before = editor.document.blocks.get(id);
        if (!before) return;
        const found = await arrange(withoutProvisional(before), layouter, measure);
        const now = editor.document.blocks.get(id);
        if (stopped || !now) return;
        progress = now.source !== before.source || fill(now, found);
      }
    } finally {
      busy.delete(id);
    }
  }

  function withoutProvisional(block: Block): Block {
    const until = provisional.get(block.id);
    return until ? { ...block, layout: mergePlacements(block.layout, Object.fromEntries([...until].map((node) => [node, null]))) } : block;
  }

  function fill(block: Block, found: Block['layout']): boolean {
    // What a person has moved while the layout ran stays, and then everything else that had a place does too.
    const touched = Object.values(block.layout).some(({ pinned }) => pinned);
    const { layout } = withoutProvisional(block);
    const fresh = Object.entries(found).filter(([node]) => !block.layout[node]?.pinned && !(touched && layout[node]));
    provisional.delete(block.id);
    if (fresh.length === 0) return false;
    write(block, Object.fromEntries(fresh));
    return true;
  }

  async function follow(id: BlockId): Promise<void> {
    // Typing has its place in the history by then, so that what follows from it joins it there.
    await Promise.resolve();
    const before = changed.get(id);
    changed.delete(id);
    if (stopped) return;
    placeNow(id, before);
    await settle(id);
  }

  const unsubscribe = editor.document.subscribe((change) => {
    if (change.origin === 'remote' || change.origin === 'layout') return;
    for (const [id, { before, after }] of change.blocks) {
      if (!after || changed.has(id)) continue;
      changed.set(id, before);
      void follow(id);
    }
  });
  for (const id of editor.document.blocks.keys()) void settle(id);
  return () => {
    stopped = true;
    unsubscribe();
  };
}
