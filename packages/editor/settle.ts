import type { Block, BlockId, Shape, ShapeId } from '@autograph/document';
import { isBroken } from './block-views.ts';
import { changeRecord } from './change-record.ts';
import type { DocumentChange, DocumentMutation, DocumentStore } from './document-store.ts';
import type { LooseEnd, SceneGraph } from './scene-graph.ts';

/** Sets arrow ends whose shape has gone free, at the point where they last were. */
export function freeLooseEnds(scene: SceneGraph, document: DocumentStore, loose: readonly LooseEnd[]): Map<ShapeId, Shape> {
  const shapes = new Map<ShapeId, Shape>();
  for (const { arrow: id, side, at } of loose) {
    const arrow = shapes.get(id) ?? document.shapes.get(id);
    if (!arrow) continue;
    const origin = scene.origin(arrow);
    shapes.set(id, changeRecord(arrow, { [side]: { x: at.x - origin.x, y: at.y - origin.y } }));
  }
  return shapes;
}

/**
 * What must follow a change so that the document is whole: no arrow ends at nothing, no group is empty, no text is cut amid a character
 * (others would receive another text), a broken source keeps the last one that parsed.
 */
export function consequences(scene: SceneGraph, document: DocumentStore, change: DocumentChange): DocumentMutation {
  const shapes = new Map<ShapeId, Shape | null>(freeLooseEnds(scene, document, scene.takeLooseEnds()));
  if (change.translation) return { shapes };
  for (const [id, { before, after }] of change.shapes) {
    const current = shapes.get(id) ?? document.shapes.get(id);
    const mended = after && current && mendedTexts(current);
    if (mended) shapes.set(id, mended);
    const left = before?.parent_id;
    if (left && left !== after?.parent_id && isEmptyGroup(scene, left)) shapes.set(left, null);
  }
  return { shapes, blocks: new Map([...wholeSources(scene, document, change), ...keptSources(scene, document, change)]) };
}

/** What must follow a change by others, who see to the rest: what only their change and one made here bring about together. */
export function consequencesOfOthers(scene: SceneGraph, document: DocumentStore, change: DocumentChange): DocumentMutation {
  return { shapes: freeLooseEnds(scene, document, scene.takeLooseEnds()), blocks: keptSources(scene, document, change) };
}

/** Blocks whose source parses need no older one; and none is cut amid a character. */
function wholeSources(scene: SceneGraph, document: DocumentStore, change: DocumentChange): Map<BlockId, Block> {
  const blocks = new Map<BlockId, Block>();
  for (const id of change.blocks.keys()) {
    const current = document.blocks.get(id);
    const derivation = scene.derivation(id);
    if (!current || !derivation || derivation.pending) continue;
    const { valid_source: kept, ...whole } = current;
    const source = current.source.toWellFormed();
    if (source !== current.source) blocks.set(id, { ...current, source });
    else if (kept !== undefined && !isBroken(derivation)) blocks.set(id, whole);
  }
  return blocks;
}

/** Blocks whose source has ceased to parse keep the last one that did, so that everyone goes on seeing the same. */
function keptSources(scene: SceneGraph, document: DocumentStore, change: DocumentChange): Map<BlockId, Block> {
  const blocks = new Map<BlockId, Block>();
  for (const id of change.blocks.keys()) {
    const current = document.blocks.get(id);
    const derivation = scene.derivation(id);
    const valid = scene.lastValidSource(id);
    if (!current || !derivation || valid === undefined || current.valid_source !== undefined) continue;
    if (!derivation.pending && isBroken(derivation) && current.source.isWellFormed()) blocks.set(id, { ...current, valid_source: valid });
  }
  return blocks;
}

function isEmptyGroup(scene: SceneGraph, id: ShapeId): boolean {
  return scene.definition(scene.get(id)?.type ?? '')?.wraps === true && scene.children(id).length === 0;
}

/** The shape with whole characters in all its texts; undefined when it has them. */
function mendedTexts(shape: Shape): Shape | undefined {
  const change: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(shape)) {
    const mended = wellFormed(value);
    if (mended !== value) change[key] = mended;
  }
  return Object.keys(change).length > 0 ? changeRecord(shape, change) : undefined;
}

/** The value with whole characters in all its texts: itself when it has them. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.isWellFormed() ? value : value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, part, wellFormed(part)] as const);
  if (parts.every(([, before, after]) => before === after)) return value;
  return Array.isArray(value) ? parts.map(([, , after]) => after) : Object.fromEntries(parts.map(([key, , after]) => [key, after]));
}
