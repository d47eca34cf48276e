import type { Shape, ShapeId } from '@autograph/document';
import type { Box, Lane, Path, Vec } from '@autograph/geometry';

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
  /** Outline in the shape's own coordinates, as it was last computed for the board; undefined for what is not on it. */
  localOutline?(id: ShapeId): Path | undefined;
  /** Place of an arrow among those that join the same two spots of shapes, seen from the shape with the lower id; undefined for a single one. */
  lane?(arrow: ShapeId): Lane | undefined;
  /** Boxes on the page of what a way through the area should go around, without what the arrow joins and what contains that. The arrow is computed anew when they change. */
  obstacles?(arrow: Shape, area: Box): readonly Box[];
  /** The outermost folded container around the shape, which stands for it; undefined when none does. */
  foldedIn?(id: ShapeId): ShapeId | undefined;
}
