import { type Block, type BlockId, type Placement, sameJson } from '@autograph/document';
import type { Derivation, DocumentStore } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Layouter } from '@autograph/layout';
import { applyBlockEdit, mergePlacements } from './apply-block-edit.ts';
import { adjust, arrange, graphOf, needsLayout } from './arrange.ts';
import { keepInside } from './keep-inside.ts';
import { takePlaces, tellsPlaces } from './placed-source.ts';
import { takeOver } from './take-over.ts';

/** What of the editor is needed to keep its code blocks laid out. */
export interface BlockHost {
  readonly document: DocumentStore;
  readonly readOnly: boolean;
  derivation(id: BlockId): Derivation | undefined;
}

/** A block as it was before changes that have not been looked at yet, and whether they are a person's, not taken back or done again. */
interface Pending {
  readonly before: Block | undefined;
  readonly fresh: boolean;
}

/**
 * Keeps diagrams laid out through local changes, and writes placements with origin 'layout': what is new, has another size or was moved
 * finds its place at once, to be seen in the next frame; a text of which most is new is given to the layouter.
 * Changes by others are laid out where they were made. Gives the way to stop.
 */
export function watchBlocks(editor: BlockHost, layouter: Layouter, measure: TextMeasurer): () => void {
  const busy = new Set<BlockId>();
  const pending = new Map<BlockId, Pending>();
  let stopped = false;

  const isMissing = (id: BlockId) => !editor.readOnly && (editor.derivation(id)?.unplaced.length ?? 0) > 0;

  function write(block: Block, placements: Readonly<Record<string, Placement | null>>): void {
    if (Object.keys(placements).length === 0) return;
    const edit = keepInside(block, { patches: [], layout: placements });
    editor.document.apply({ blocks: [[block.id, applyBlockEdit(block, edit)]] }, 'layout');
  }

  /** Whether that was all there is to do. */
  function adjustNow(id: BlockId, { before, fresh }: Pending): boolean {
    const block = editor.document.blocks.get(id);
    const graph = block && graphOf(block, measure);
    if (!block || !graph || editor.readOnly || !(fresh || isMissing(id))) return true;
    const names = before ? takeOver(graphOf(before, measure) ?? graph, graph, block.layout) : {};
    const layout = mergePlacements(block.layout, names);
    if (needsLayout(block, graph, layout)) return false;
    const shown = Object.keys(names).length > 0 ? undefined : editor.derivation(id)?.shapes;
    write(block, { ...names, ...adjust({ ...block, layout }, measure, shown) });
    return true;
  }

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

  /** What a person has moved while the layout ran stays; all else makes room for it. */
  function fill(block: Block, found: Block['layout']): boolean {
    const fresh = Object.fromEntries(Object.entries(found).filter(([node]) => !block.layout[node]?.pinned));
    if (Object.keys(fresh).length === 0) return false;
    const touched = Object.values(block.layout).some(({ pinned }) => pinned);
    const layout = { ...block.layout, ...fresh };
    write(block, touched ? { ...fresh, ...adjust({ ...block, layout }, measure) } : fresh);
    return true;
  }

  /** A text that is put in with the line that tells where things stand is taken by that, as one from a file is: nothing else is known of it then. */
  function withPlaces(id: BlockId, change: Pending): Pending {
    const block = editor.document.blocks.get(id);
    if (!block || !change.fresh || !change.before || editor.readOnly || tellsPlaces(change.before)) return change;
    const { source, layout } = takePlaces(block.language, block.source);
    if (source === block.source) return change;
    editor.document.apply({ blocks: [[id, { ...block, source, layout: { ...block.layout, ...layout } }]] }, 'layout');
    return { ...change, before: undefined };
  }

  async function follow(id: BlockId): Promise<void> {
    // Typing has its place in the history by then, so that what follows from it joins it there.
    await Promise.resolve();
    const change = pending.get(id);
    pending.delete(id);
    if (stopped || !change) return;
    if (!adjustNow(id, withPlaces(id, change))) await settle(id);
  }

  const unsubscribe = editor.document.subscribe((change) => {
    if (change.origin === 'remote' || change.origin === 'layout') return;
    for (const [id, { before, after }] of change.blocks) {
      if (!after || !concerns(before, after)) continue;
      const known = pending.get(id);
      pending.set(id, known ?? { before, fresh: change.origin !== 'history' });
      if (!known) void follow(id);
    }
  });
  for (const id of editor.document.blocks.keys()) void settle(id);
  return () => {
    stopped = true;
    unsubscribe();
  };
}

/** Whether a change can matter to where things are. */
function concerns(before: Block | undefined, after: Block): boolean {
  return before?.source !== after.source || before.language !== after.language || !sameJson(before.layout, after.layout);
}
