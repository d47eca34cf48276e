import { compareOrder } from './order.ts';
import type { Shape, ShapeId } from './shape.ts';

/** Shapes in paint order: every shape before its children, siblings by order key. Rings of parents must have been opened. */
export function inPaintOrder(shapes: readonly Shape[]): Shape[] {
  const ids = new Set(shapes.map((shape) => shape.id));
  const siblings = new Map<ShapeId | null, Shape[]>();
  for (const shape of shapes) {
    const parent = shape.parent_id !== null && ids.has(shape.parent_id) ? shape.parent_id : null;
    const group = siblings.get(parent);
    if (group === undefined) siblings.set(parent, [shape]);
    else group.push(shape);
  }
  const ordered: Shape[] = [];
  const visit = (parent: ShapeId | null) => {
    for (const shape of (siblings.get(parent) ?? []).sort(compareOrder)) {
      ordered.push(shape);
      visit(shape.id);
    }
  };
  visit(null);
  return ordered;
}
