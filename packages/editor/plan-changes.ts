import type { Block, BlockId, Placement, Shape, ShapeChange, ShapeId } from '@autograph/document';
import type { BlockDeriver, BlockEdit, DerivedShapeEdit } from './block-deriver.ts';
import { changeRecord } from './change-record.ts';
import type { DocumentStore } from './document-store.ts';
import type { DrawContext, ShapeDefinition } from './shape-definition.ts';
import { patchText } from './text-change.ts';

export interface ShapeUpdate {
  readonly id: ShapeId;
  readonly change: ShapeChange;
}

/** What to store for an edit, and why parts of it cannot be (sentences for the user). */
export interface Plan {
  readonly shapes: Map<ShapeId, Shape | null>;
  readonly blocks: Map<BlockId, Block | null>;
  readonly refusals: readonly string[];
}

export interface PlanContext {
  readonly document: DocumentStore;
  readonly deriver: BlockDeriver;
  readonly draw: DrawContext;
  definition(type: string): ShapeDefinition | undefined;
}

const placeOnly: ReadonlySet<string> = new Set(['x', 'y', 'parent_id', 'index', 'rotation', 'locked', 'hidden', 'name']);

/** Texts of code blocks on which edits are made in place of the present ones. */
export type EarlierSources = ReadonlyMap<BlockId, string>;

/** Drawn shapes get new records, with their box fitted to their text; shapes from code become edits of their block's text and placements. */
export function planUpdates(context: PlanContext, updates: readonly ShapeUpdate[], earlier?: EarlierSources): Plan {
  const { document } = context;
  const shapes = new Map<ShapeId, Shape | null>();
  const blocks = new Map<BlockId, Block | null>();
  const derived = new Map<BlockId, DerivedShapeEdit[]>();
  for (const { id, change } of updates) {
    const stored = document.shapes.get(id);
    const block = document.blocks.get(id);
    const shape = stored ? undefined : context.draw.scene.get(id);
    if (stored) shapes.set(id, fitted(context, changeRecord(shapes.get(id) ?? stored, change), change));
    else if (block) blocks.set(id, placedBlock(blocks.get(id) ?? block, change));
    else if (shape?.origin) pushTo(derived, shape.origin.block_id, { kind: 'change', node_id: shape.origin.node_id, change });
  }
  return { shapes, blocks, refusals: editBlocks(context, blocks, derived, earlier) };
}

/** Takes drawn shapes out, blocks with all they show, and single shapes from code by editing their block. */
export function planRemovals(context: PlanContext, ids: readonly ShapeId[]): Plan {
  const { document } = context;
  const shapes = new Map<ShapeId, Shape | null>();
  const blocks = new Map<BlockId, Block | null>();
  const derived = new Map<BlockId, DerivedShapeEdit[]>();
  for (const id of ids) {
    const origin = context.draw.scene.get(id)?.origin;
    if (document.shapes.has(id)) shapes.set(id, null);
    else if (document.blocks.has(id)) blocks.set(id, null);
    else if (origin && !ids.includes(origin.block_id)) pushTo(derived, origin.block_id, { kind: 'remove', node_id: origin.node_id });
  }
  return { shapes, blocks, refusals: editBlocks(context, blocks, derived) };
}

/** The record with its box fitted to its content, when the change is of a kind that can change the fit. */
export function fitted(context: PlanContext, shape: Shape, change: ShapeChange): Shape {
  const definition = context.definition(shape.type);
  if (!definition?.fit || Object.keys(change).every((key) => placeOnly.has(key))) return shape;
  return changeRecord(shape, definition.fit(shape, context.draw));
}

function placedBlock(block: Block, { x, y, index }: ShapeChange): Block {
  return {
    ...block,
    ...(typeof x === 'number' && { x }),
    ...(typeof y === 'number' && { y }),
    ...(typeof index === 'string' && { index }),
  };
}

function editBlocks(
  context: PlanContext,
  blocks: Map<BlockId, Block | null>,
  edits: ReadonlyMap<BlockId, readonly DerivedShapeEdit[]>,
  earlier?: EarlierSources,
): string[] {
  const refusals: string[] = [];
  for (const [id, blockEdits] of edits) {
    const present = blocks.get(id) ?? context.document.blocks.get(id);
    if (!present) continue;
    const source = earlier?.get(id);
    const block = source === undefined ? present : { ...present, source };
    const edit = context.deriver.edit(block, blockEdits);
    if ('refused' in edit) {
      refusals.push(edit.refused);
      continue;
    }
    blocks.set(id, editedBlock(block, edit));
  }
  return refusals;
}

/** The block after an edit of its text, placements and position. */
export function editedBlock(block: Block, edit: BlockEdit): Block {
  const layout: Record<string, Placement> = { ...block.layout };
  for (const [node, placement] of Object.entries(edit.layout)) {
    if (placement) layout[node] = placement;
    else delete layout[node];
  }
  return { ...block, source: patchText(block.source, edit.patches), layout, x: edit.x ?? block.x, y: edit.y ?? block.y };
}

function pushTo(edits: Map<BlockId, DerivedShapeEdit[]>, block: BlockId, edit: DerivedShapeEdit): void {
  const known = edits.get(block);
  if (known) known.push(edit);
  else edits.set(block, [edit]);
}

/** Whether an edit can be made, and every shape that it names has its name afterwards. */
export function keepsNames(context: PlanContext, updates: readonly ShapeUpdate[], earlier?: EarlierSources): boolean {
  const { blocks, refusals } = planUpdates(context, updates, earlier);
  if (refusals.length > 0) return false;
  const known = [...blocks.values()].map((block) => (block ? context.deriver.idsOf(block) : new Set<ShapeId>()));
  return updates.every(({ id }) => context.document.shapes.has(id) || known.some((ids) => ids?.has(id)));
}
