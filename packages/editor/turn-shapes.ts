import type { ShapeId } from '@autograph/document';
import { rotate, type Vec } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import { isRotatable } from './as-drawn.ts';
import { tidy } from './change-record.ts';
import type { Editor } from './editor.ts';
import type { ShapeUpdate } from './plan-changes.ts';
import { leaves } from './resize-shapes.ts';

/** The shapes turned by degrees about a page point; what cannot be turned only changes its place. */
export function turned(editor: Editor, ids: readonly ShapeId[], by: number, pivot: Vec): ShapeUpdate[] {
  return leaves(editor, ids).flatMap((shape): ShapeUpdate[] => {
    if (isConnector(shape)) return [];
    const origin = editor.scene.origin(shape);
    const middle = { x: origin.x + shape.x + shape.w / 2, y: origin.y + shape.y + shape.h / 2 };
    const centre = rotate(middle, by, pivot);
    const place = { x: shape.x + tidy(centre.x - middle.x), y: shape.y + tidy(centre.y - middle.y) };
    const turns = isRotatable(editor.definition(shape.type), shape);
    return [{ id: shape.id, change: turns ? { ...place, rotation: upright(shape.rotation + by) } : place }];
  });
}

/** The same angle in 0..360. */
export function upright(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}
