import type * as Y from 'yjs';
import type { Shape } from '../shape.ts';
import { changeShape, readShape } from '../shape-map.ts';
import type { ShapeSchemas } from '../sound-shape.ts';

/** Stores a shape: makes its Y.Map, or sets and removes only the properties that differ from what is read there. Call inside a transaction. */
export function writeShape(shapes: Y.Map<Y.Map<unknown>>, shape: Shape, schemas?: ShapeSchemas): void {
  changeShape(shapes, shapes.has(shape.id) ? readShape(shape.id, shapes.get(shape.id), schemas) : undefined, shape);
}
