import type { Shape, ShapeChange, ShapeId } from '@autograph/document';
import { flatten, type Vec } from '@autograph/geometry';
import { boundTo, isConnector } from './arrow-bindings.ts';
import { translation } from './change-record.ts';
import { reorderInCode } from './code-structure.ts';
import type { Editor } from './editor.ts';
import { withoutNested } from './selection.ts';
import { whatMoves } from './transient.ts';

/** Shapes of these that may be moved: nothing locked. */
export function movable(editor: Editor, ids: readonly ShapeId[]): ShapeId[] {
  return withoutNested(editor.scene, ids).filter((id) => !editor.scene.get(id)?.locked);
}

/** Stores a move of the shapes, with what they contain and the arrows between them, as one undo entry. */
export function moveShapes(editor: Editor, ids: readonly ShapeId[], dx: number, dy: number): void {
  if ((dx === 0 && dy === 0) || ids.length === 0) return;
  const { scene, document } = editor;
  const edge = edgeOfCode(editor, ids);
  if (edge !== undefined) {
    reorderInCode(editor, edge, { x: dx, y: dy });
    return;
  }
  const { moving } = whatMoves(scene, ids);
  const plain: ShapeId[] = [];
  const others: { readonly id: ShapeId; readonly change: ShapeChange }[] = [];
  for (const id of moving) {
    const shape = scene.get(id);
    const parent = scene.parent(id);
    if (!shape || (parent !== null && moving.has(parent))) continue;
    if (shape.origin && isConnector(shape)) continue;
    if (document.blocks.has(id)) plain.push(id);
    else if (!document.shapes.has(id)) others.push({ id, change: { x: shape.x + dx, y: shape.y + dy } });
    else if (boundTo(shape).some((target) => !moving.has(target))) others.push({ id, change: detached(editor, shape, dx, dy) });
    else plain.push(id);
  }
  editor.transact(() => {
    editor.translateStored(plain, dx, dy);
    if (others.length > 0) editor.updateShapes(others);
  });
}

/** The one arrow of a diagram as code that the shapes are, if they are one. */
export function edgeOfCode({ scene }: Editor, ids: readonly ShapeId[]): ShapeId | undefined {
  const [id, ...others] = ids;
  const shape = id === undefined || others.length > 0 ? undefined : scene.get(id);
  return shape?.origin && isConnector(shape) ? shape.id : undefined;
}

/** An arrow pulled away from its shapes: both ends free where they are now, moved. */
function detached(editor: Editor, arrow: Shape, dx: number, dy: number): ShapeChange {
  const origin = editor.scene.origin(arrow);
  const points = flatten(editor.scene.pageOutline(arrow.id) ?? [])[0]?.points ?? [];
  const free = (end: Shape['start'], at: Vec | undefined): Shape['start'] =>
    end?.shape_id !== undefined && at ? { x: at.x - origin.x + dx, y: at.y - origin.y + dy } : translatedEnd(end, dx, dy);
  return { ...translation(arrow, dx, dy), start: free(arrow.start, points[0]), end: free(arrow.end, points.at(-1)) };
}

function translatedEnd(end: Shape['start'], dx: number, dy: number): Shape['start'] {
  return end?.x === undefined || end.y === undefined ? end : { ...end, x: end.x + dx, y: end.y + dy };
}
