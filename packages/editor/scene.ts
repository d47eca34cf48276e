import type { Shape, ShapeId } from '@autograph/document';
import type { Box, Path, Vec } from '@autograph/geometry';

/** Read access to everything on the board: drawn shapes and those derived from code blocks alike. */
export interface Scene {
  get(id: ShapeId): Shape | undefined;
  /** Siblings in paint order; null for the page's top level. */
  children(parent: ShapeId | null): readonly Shape[];
  /** Sum of the ancestors' offsets: what to add to a shape's x, y to get page coordinates, px. */
  origin(shape: Shape): Vec;
  /** Box on the page that encloses the rotated outline, px. */
  pageBounds(id: ShapeId): Box | undefined;
  /** Rotated outline on the page; what arrows end at. */
  pageOutline(id: ShapeId): Path | undefined;
  /** Lane of an arrow among those that join the same two shapes, as an offset in px; 0 for a single one. Seen from the shape with the lower id: an arrow from the other one negates it. */
  spread?(arrow: ShapeId): number;
}
