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

/** What must follow a change so that the document is whole: no arrow ends at nothing, no group is empty, a broken source keeps the last one that parsed. */
export function consequences(scene: SceneGraph, document: DocumentStore, change: DocumentChange): DocumentMutation {
  const shapes = new Map<ShapeId, Shape | null>(freeLooseEnds(scene, document, scene.takeLooseEnds()));
  if (change.translation) return { shapes };
  for (const { before, after } of change.shapes.values()) {
    const left = before?.parent_id;
    if (left && left !== after?.parent_id && isEmptyGroup(scene, left)) shapes.set(left, null);
  }
  const blocks = new Map<BlockId, Block>();
  for (const [id, { before, after }] of change.blocks) {
    const current = document.blocks.get(id);
    const derivation = scene.derivation(id);
    if (!after || !current || !derivation) continue;
    if (!isBroken(derivation)) {
      if (current.valid_source === undefined) continue;
      const { valid_source: _, ...whole } = current;
      blocks.set(id, whole);
    } else if (current.valid_source === undefined && before && before.source !== current.source) {
      blocks.set(id, { ...current, valid_source: before.valid_source ?? before.source });
    }
  }
  return { shapes, blocks };
}

function isEmptyGroup(scene: SceneGraph, id: ShapeId): boolean {
  return scene.definition(scene.get(id)?.type ?? '')?.wraps === true && scene.children(id).length === 0;
}
