export type { Block, Placement } from './block.ts';
export type { CanvasData } from './canvas-data.ts';
export {
  type ArrowHead,
  type BlockId,
  type Color,
  type Origin,
  type PaletteColor,
  paletteColors,
  type Route,
  type Shape,
  type ShapeChange,
  type ShapeId,
  type Terminal,
} from './shape.ts';
