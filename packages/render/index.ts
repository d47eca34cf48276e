export { boardTheme } from './board-theme.ts';
export type { CanvasContext, Pixels } from './canvas-context.ts';
export { contrast, mixColors, withAlpha } from './color.ts';
export { dataUri } from './data-uri.ts';
export type { DisplayList, DrawItem, ImageSource, Paint, Stroke, TextRun, Title } from './display-list.ts';
export {
  cssFontFamily,
  type FontFile,
  type FontSubset,
  faceOf,
  fontFiles,
  type Typeface,
  typefaces,
} from './fonts.ts';
export { handDrawn, handDrawnReach } from './hand-drawn.ts';
export { type ImageContent, type ImageLoader, type Images, imageKey, loadImages, sourcesOf } from './images.ts';
export { type PaintResources, paintCanvas } from './paint-canvas.ts';
export {
  layoutShapeText,
  type PlacedText,
  placedTextItems,
  placeText,
  type TextContext,
  type TextDefaults,
  textBase,
  textStyleOf,
} from './place-text.ts';
export { blurReach, shadowBox } from './shadow.ts';
export { type SvgOptions, toSvg } from './svg.ts';
export { type TextPlace, textItems } from './text-items.ts';
export {
  layoutText,
  type TextAlign,
  type TextLayout,
  type TextLayoutOptions,
  type TextLine,
  type TextLook,
  type TextStretch,
} from './text-layout.ts';
export { createTextMeasurer } from './text-measurer.ts';
export type { Theme } from './theme.ts';
export { darkTheme, lightTheme, readableOn } from './themes.ts';
export { type View, viewBox } from './tiles/blit.ts';
export type { Surface } from './tiles/tile.ts';
export { createTilePainter, type TilePainter, type TilePainterOptions } from './tiles/tile-painter.ts';
