export type { DisplayList, DrawItem, ImageSource, Paint, Stroke, TextRun } from './display-list.ts';
export type { Theme } from './theme.ts';
