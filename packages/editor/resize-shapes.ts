import type { Shape, ShapeChange, ShapeId } from '@autograph/document';
import { type Box, boxCentre, rotate, subtract, type Vec } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import { tidy, translation } from './change-record.ts';
import type { Editor } from './editor.ts';
import { handlePlaces } from './grips.ts';
import type { ResizeHandle } from './overlay.ts';
import type { ShapeUpdate } from './plan-changes.ts';
import { isGroup } from './selection.ts';

/** Shapes never get smaller than this, px. */
const least = 1;

/** The box after its handle went to `at` (in the box's own turned coordinates). */
export function resizedBox(box: Box, handle: ResizeHandle, at: Vec, { aspect, centred }: { aspect: boolean; centred: boolean }): Box {
  const place = handlePlaces[handle];
  const anchor = centred ? boxCentre(box) : { x: box.x + box.w * (1 - place.x), y: box.y + box.h * (1 - place.y) };
  const reach = centred ? 2 : 1;
  let w = place.x === 0.5 ? box.w : Math.max(least, (place.x > 0.5 ? at.x - anchor.x : anchor.x - at.x) * reach);
  let h = place.y === 0.5 ? box.h : Math.max(least, (place.y > 0.5 ? at.y - anchor.y : anchor.y - at.y) * reach);
  if (aspect && box.w > 0 && box.h > 0) {
    const across = w / box.w;
    const down = h / box.h;
    const factor = place.x === 0.5 ? down : place.y === 0.5 ? across : Math.max(across, down);
    w = box.w * factor;
    h = box.h * factor;
  }
  const from = centred ? { x: 0.5, y: 0.5 } : { x: 1 - place.x, y: 1 - place.y };
  return { x: anchor.x - w * from.x, y: anchor.y - h * from.y, w, h };
}

/** A single shape put into another box; both boxes are turned with the shape, about the old centre. */
export function fitShapeInto(editor: Editor, shape: Shape, before: Box, after: Box): ShapeUpdate[] {
  const pivot = boxCentre(before);
  const centre = rotate(boxCentre(after), shape.rotation, pivot);
  const origin = editor.scene.origin(shape);
  const box = {
    x: tidy(centre.x - after.w / 2 - origin.x),
    y: tidy(centre.y - after.h / 2 - origin.y),
    w: tidy(after.w),
    h: tidy(after.h),
  };
  return [{ id: shape.id, change: resizeChange(editor, shape, box) }, ...childrenStay(editor, shape, box)];
}

/** All shapes scaled with the box around them. Groups scale their members, other containers leave theirs where they are. */
export function scaleShapes(editor: Editor, ids: readonly ShapeId[], before: Box, after: Box): ShapeUpdate[] {
  const sx = before.w > 0 ? after.w / before.w : 1;
  const sy = before.h > 0 ? after.h / before.h : 1;
  const map = (p: Vec): Vec => ({ x: after.x + (p.x - before.x) * sx, y: after.y + (p.y - before.y) * sy });
  return leaves(editor, ids).flatMap((shape) => {
    const origin = editor.scene.origin(shape);
    const toLocal = (x: number, y: number): Vec => subtract(map({ x: x + origin.x, y: y + origin.y }), origin);
    if (isConnector(shape)) return [{ id: shape.id, change: scaledConnector(shape, toLocal) }];
    const definition = editor.definition(shape.type);
    if (shape.collapsed) return [{ id: shape.id, change: { ...toLocal(shape.x, shape.y) } }];
    const centre = toLocal(shape.x + shape.w / 2, shape.y + shape.h / 2);
    const turned = Math.abs((Math.round(shape.rotation / 90) % 2) + 2) % 2 === 1;
    const w = definition?.resizable ? Math.max(least, shape.w * (turned ? sy : sx)) : shape.w;
    const h = definition?.resizable ? Math.max(least, shape.h * (turned ? sx : sy)) : shape.h;
    const box = { x: tidy(centre.x - w / 2), y: tidy(centre.y - h / 2), w: tidy(w), h: tidy(h) };
    return [{ id: shape.id, change: resizeChange(editor, shape, box) }, ...childrenStay(editor, shape, box)];
  });
}

function resizeChange(editor: Editor, shape: Shape, box: Box): ShapeChange {
  const definition = editor.definition(shape.type);
  return { ...box, ...definition?.resized?.(shape, box, editor.drawContext) };
}

/** A container's coordinates move with its corner: its children are moved back, so that they stay on the page. */
function childrenStay(editor: Editor, shape: Shape, box: Box): ShapeUpdate[] {
  const dx = shape.x - box.x;
  const dy = shape.y - box.y;
  if (dx === 0 && dy === 0) return [];
  return editor.scene.children(shape.id).map((child) => ({ id: child.id, change: translation(child, dx, dy) }));
}

function scaledConnector(shape: Shape, toLocal: (x: number, y: number) => Vec): ShapeChange {
  const end = (terminal: Shape['start']): Shape['start'] =>
    terminal?.x === undefined || terminal.y === undefined ? terminal : { ...terminal, ...toLocal(terminal.x, terminal.y) };
  const points = shape.points?.map(([x = 0, y = 0, ...rest]) => {
    const p = toLocal(x, y);
    return [p.x, p.y, ...rest];
  });
  return { ...toLocal(shape.x, shape.y), start: end(shape.start), end: end(shape.end), ...(points && { points }) };
}

/** The shapes, with the members in place of their groups; nothing locked. */
export function leaves(editor: Editor, ids: readonly ShapeId[]): Shape[] {
  return ids.flatMap((id) => {
    const shape = editor.scene.get(id);
    if (!shape || shape.locked) return [];
    if (!isGroup(editor.scene, id)) return [shape];
    return leaves(
      editor,
      editor.scene.children(id).map((child) => child.id),
    );
  });
}
