import type { BlockId, Shape, ShapeId } from '@autograph/document';
import { type Box, boxCentre, boxContains, boxesIntersect, translateBox, type Vec } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import type { StructureEdit } from './block-deriver.ts';
import { isWithinAny } from './containment.ts';
import type { Editor } from './editor.ts';
import { groupAt, isHidden } from './hit-test.ts';
import type { SceneGraph } from './scene-graph.ts';

/** Whether an edit of its structure can be written into the diagram. */
export function offers(scene: SceneGraph, block: BlockId, kind: StructureEdit['kind']): boolean {
  return scene.derivation(block)?.offers.has(kind) === true;
}

/** The diagram that all the shapes come from; undefined when they do not come from one. */
export function diagramOf(scene: SceneGraph, ids: readonly ShapeId[]): BlockId | undefined {
  const blocks = new Set(ids.map((id) => scene.get(id)?.origin?.block_id));
  const [block] = blocks;
  return blocks.size === 1 ? block : undefined;
}

/** Writes an edge between two shapes of one diagram into its text; false when they are not of one, so that it is for the board to draw it. */
export function connectInCode(editor: Editor, from: ShapeId, to: ShapeId, page?: Vec): ShapeId | boolean {
  const { scene } = editor;
  const [start, end] = [scene.get(from)?.origin, scene.get(to)?.origin];
  if (!start || !end || start.block_id !== end.block_id) return false;
  const box = scene.pageBounds(to);
  const at = page ?? (box ? boxCentre(box) : { x: 0, y: 0 });
  const change = { kind: 'connect', from: start.node_id, to: end.node_id, at: inBlock(scene, start.block_id, at) } as const;
  return editor.restructure(start.block_id, change)?.made ?? true;
}

/** Writes a node, with an edge to it from the shape it was dragged out of, into that shape's diagram; false when its language takes none. */
export function dragOutInCode(editor: Editor, from: ShapeId, page: Vec, group?: ShapeId): ShapeId | boolean {
  const { scene } = editor;
  const source = scene.get(from);
  const origin = source?.origin;
  if (!origin || !offers(scene, origin.block_id, 'add')) return false;
  const within = group ?? groupAt(scene, origin.block_id, page, new Set());
  const outline = editor.definition(source.type)?.nodeOutline?.(source);
  return add(editor, origin.block_id, page, within, { from: origin.node_id, ...(outline !== undefined && { outline }) });
}

/** Writes a shape that was drawn on free ground of a diagram into it as a node; false when it is to stay a drawing. */
export function drawInCode(editor: Editor, shape: Shape, sized: boolean): ShapeId | boolean {
  const { scene } = editor;
  const outline = editor.definition(shape.type)?.nodeOutline?.(shape);
  if (outline === undefined || shape.parent_id !== null || !isGround(scene, shape)) return false;
  const centre = boxCentre(shape);
  const block = scene.inPaintOrder(editor.document.blocks.keys()).findLast((id) => {
    const bounds = scene.pageBounds(id);
    return bounds !== undefined && boxContains(bounds, centre) && !isHidden(scene, id) && offers(scene, id, 'add');
  });
  if (block === undefined) return false;
  return add(editor, block, centre, groupAt(scene, block, centre, new Set()), {
    outline,
    ...(sized && { size: { w: shape.w, h: shape.h } }),
  });
}

/** Whether nothing but lines and containers lies there: what is drawn over nodes is a mark on the board. */
function isGround(scene: SceneGraph, box: Box): boolean {
  return scene.query(box).every((id) => {
    const shape = scene.get(id);
    const bounds = scene.pageBounds(id);
    return !shape || !bounds || isConnector(shape) || scene.definition(shape.type)?.container || !boxesIntersect(bounds, box);
  });
}

function add(
  editor: Editor,
  block: BlockId,
  page: Vec,
  group: ShapeId,
  rest: { readonly from?: string; readonly outline?: string; readonly size?: { readonly w: number; readonly h: number } },
): ShapeId | boolean {
  const { scene } = editor;
  const node = scene.get(group)?.origin?.node_id;
  const edit = { kind: 'add', at: inBlock(scene, block, page), ...(node !== undefined && { group: node }), ...rest } as const;
  return editor.restructure(block, edit)?.made ?? true;
}

/** Those of the shapes, all of one diagram, that a drop into the group there (the diagram itself: into none) takes out of where they are. */
export function regrouped(scene: SceneGraph, ids: readonly ShapeId[], into: ShapeId): ShapeId[] {
  return ids.filter((id) => scene.parent(id) !== into && !isWithinAny(scene, into, new Set([id])));
}

/** Writes that shapes of a diagram belong to a group now, or (the diagram itself) to none. */
export function regroupInCode(editor: Editor, block: BlockId, ids: readonly ShapeId[], into: ShapeId): void {
  const group = editor.scene.get(into)?.origin?.node_id ?? null;
  for (const id of ids) {
    const node_id = editor.scene.get(id)?.origin?.node_id;
    if (node_id !== undefined && !editor.restructure(block, { kind: 'regroup', node_id, group })) return;
  }
}

/** Writes that an edge comes earlier or later among those of its diagram: where its middle went by an offset, px, or so many places on. */
export function reorderInCode(editor: Editor, id: ShapeId, to: Vec | number): void {
  const origin = editor.scene.get(id)?.origin;
  const box = editor.scene.pageBounds(id);
  if (!origin || !box) return;
  const { block_id, node_id } = origin;
  const at = typeof to === 'number' ? to : inBlock(editor.scene, block_id, boxCentre(translateBox(box, to.x, to.y)));
  const made = editor.restructure(block_id, { kind: 'reorder', node_id, to: at })?.made;
  if (made !== undefined) editor.select([made]);
}

function inBlock(scene: SceneGraph, block: BlockId, page: Vec): Vec {
  const { x = 0, y = 0 } = scene.get(block) ?? {};
  return { x: page.x - x, y: page.y - y };
}
