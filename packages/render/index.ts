export { contrast, mixColors, withAlpha } from './color.ts';
export type { DisplayList, DrawItem, ImageSource, Paint, Stroke, TextRun } from './display-list.ts';
export { type FontFile, type FontSubset, fontFiles, type Typeface, typefaces } from './fonts.ts';
export { type TextPlace, textItems } from './text-items.ts';
export { layoutText, type TextAlign, type TextLayout, type TextLayoutOptions, type TextLine } from './text-layout.ts';
export { createTextMeasurer } from './text-measurer.ts';
export type { Theme } from './theme.ts';
export { darkTheme, lightTheme, readableOn } from './themes.ts';
