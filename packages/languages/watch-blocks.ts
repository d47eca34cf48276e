import { type Block, type BlockId, sameJson } from '@autograph/document';
import type { Derivation, DocumentStore } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Layouter } from '@autograph/layout';
import { arrange } from './arrange.ts';
import type { DrawingDesk } from './drawing-desk.ts';
import { type BlockChange, type ChangedPlacements, filling, following } from './following.ts';
import { takePlaces, tellsPlaces } from './placed-source.ts';
import { asUnfinished } from './unfinished.ts';
import { placed } from './workshop.ts';

/** What of the editor is needed to keep its code blocks laid out. */
export interface BlockHost {
  readonly document: DocumentStore;
  readonly readOnly: boolean;
  derivation(id: BlockId): Derivation | undefined;
  /** Tells the person. */
  notify(sentence: string): void;
}

/** What diagrams are laid out with beside the layouter. */
export interface BlockHelp {
  /** Where heavy diagrams are drawn, and so laid out. */
  readonly desk?: Pick<DrawingDesk, 'layOut'>;
  /** Calls back after a time, ms; gives the way to stop. Without it, what others do not lay out stays so until the next change here. */
  readonly after?: (ms: number, act: () => void) => () => void;
}

/**
 * How long others have to lay out what they changed, ms. What two people type at once may be whole in neither's text when they type it, only
 * in both together: then it is nobody's, and whoever sees it lays it out.
 */
const patience = 2_000;

/**
 * Keeps diagrams laid out through local changes, and writes placements with origin 'layout': what is new, has another size or was moved
 * finds its place at once, to be seen in the next frame; a text of which most is new is given to the layouter.
 * Changes by others are laid out where they were made, and here when they are not. What a desk has drawn elsewhere is laid out there. Gives the way to stop.
 */
export function watchBlocks(editor: BlockHost, layouter: Layouter, measure: TextMeasurer, { desk, after }: BlockHelp = {}): () => void {
  const busy = new Set<BlockId>();
  const pending = new Map<BlockId, BlockChange>();
  const awaited = new Map<BlockId, () => void>();
  let stopped = false;

  const tell = (error: unknown) => editor.notify(asUnfinished(error).message);

  const isMissing = (id: BlockId) => {
    const derivation = editor.readOnly ? undefined : editor.derivation(id);
    return derivation !== undefined && !derivation.pending && derivation.unplaced.length > 0;
  };

  function write(id: BlockId, placements: ChangedPlacements): void {
    const block = editor.document.blocks.get(id);
    if (block && !stopped && !editor.readOnly) editor.document.apply({ blocks: [[id, placed(block, placements)]] }, 'layout');
  }

  /** Whether the block is laid out where it is drawn. */
  function isElsewhere(id: BlockId, change: BlockChange): boolean {
    return !editor.readOnly && desk?.layOut(id, { ...change, store: (placements) => write(id, placements) }) === true;
  }

  /** Whether that was all there is to do. */
  function adjustNow(id: BlockId, change: BlockChange): boolean {
    const block = editor.document.blocks.get(id);
    const derivation = editor.derivation(id);
    if (!block || !derivation || editor.readOnly) return true;
    const placements = following(block, change, derivation, measure);
    if (placements) write(id, placements);
    return placements !== undefined;
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

  function fill(block: Block, found: Block['layout']): boolean {
    const placements = filling(block, found, measure);
    write(block.id, placements);
    return Object.keys(placements).length > 0;
  }

  /** A text that is put in with the line that tells where things stand is taken by that, as one from a file is: nothing else is known of it then. */
  function withPlaces(id: BlockId, change: BlockChange): BlockChange {
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
    await layOut(id, withPlaces(id, change));
  }

  async function layOut(id: BlockId, change: BlockChange): Promise<void> {
    if (!isElsewhere(id, change) && !adjustNow(id, change)) await settle(id);
  }

  function settleUnlessOthersDo(id: BlockId): void {
    if (!after || awaited.has(id)) return;
    const settleNow = () => {
      awaited.delete(id);
      if (isMissing(id)) layOut(id, untouched).catch(tell);
    };
    awaited.set(id, after(patience, settleNow));
  }

  const unsubscribe = editor.document.subscribe((change) => {
    if (change.origin === 'remote') for (const id of change.blocks.keys()) settleUnlessOthersDo(id);
    if (change.origin === 'remote' || change.origin === 'layout') return;
    for (const [id, { before, after }] of change.blocks) {
      if (!after || !concerns(before, after)) continue;
      const known = pending.get(id);
      pending.set(id, known ?? { before, fresh: change.origin !== 'history' });
      if (!known) follow(id).catch(tell);
    }
  });
  for (const id of editor.document.blocks.keys()) if (!isElsewhere(id, untouched)) settle(id).catch(tell);
  return () => {
    stopped = true;
    for (const forgo of awaited.values()) forgo();
    unsubscribe();
  };
}

const untouched: BlockChange = { before: undefined, fresh: false };

/** Whether a change can matter to where things are. */
function concerns(before: Block | undefined, after: Block): boolean {
  return before?.source !== after.source || before.language !== after.language || !sameJson(before.layout, after.layout);
}
