export type { Arrangement, Block, LineStyle, Placement } from './block.ts';
export { blockSource, changeBlock, readBlock, writeBlock } from './block-map.ts';
export { changeBoard, readBoard, settingSchema, writeBoard } from './board-map.ts';
export { type BoardChange, type BoardSettings, changedBoard, type Guide } from './board-settings.ts';
export type { CanvasData } from './canvas-data.ts';
export { changeDrawn, changeStoredBlock, drawnShape, drawnShapes, recallBlock, storedBlock, writeDrawn } from './drawn-shapes.ts';
export { type FileDoc, openFile } from './file.ts';
export { htmlStyles } from './html-styles.ts';
export { createBlockId, createGuideId, createShapeId } from './ids.ts';
export { limits } from './limits.ts';
export { compareOrder, isOrderKey, keyBetween, keysBetween } from './order.ts';
export { inPaintOrder } from './paint-order.ts';
export { type Placeholder, PlaceholderRecord, placeholderType } from './placeholder.ts';
export { BlockRecord, ColorRecord, GuidePlace, PlacementRecord, ShapeRecord, shapeProperties } from './records.ts';
export { createRehearsal, type Rehearsal, type Verdict } from './rehearsal.ts';
export { strayShapes } from './repair.ts';
export { sameJson } from './same-json.ts';
export { type BlockSeed, blocksFromSeeds, type ShapeSeed, shapesFromSeeds, topIndex } from './seed.ts';
export {
  type ArrowHead,
  arrowHeads,
  type BlockId,
  type Color,
  type Origin,
  type PaletteColor,
  paletteColors,
  type Route,
  type Shadow,
  type Shape,
  type ShapeChange,
  type ShapeId,
  type Terminal,
  type TextSpan,
} from './shape.ts';
export { changeShape, isPlaceholder, readShape, withinText } from './shape-map.ts';
export { type FileSnapshot, snapshot } from './snapshot.ts';
export { type ShapeSchemas, storableShape } from './sound-shape.ts';
export { diffLetters, diffText, patchText, type TextReplacement } from './text.ts';
export {
  isMarked,
  type RichText,
  type SpanStyle,
  sliceRich,
  spliceRich,
  styleSpans,
  type TextMark,
  tidySpans,
  typedStyle,
} from './text-spans.ts';
export { type Touched, touchedRecords } from './touched.ts';
export type { FileProblem } from './validate.ts';
