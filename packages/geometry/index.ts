export type { Box } from './box.ts';
export type { Path, PathCommand } from './path.ts';
export type { FontFamily, TextMeasurer, TextStyle } from './text.ts';
export type { Vec } from './vec.ts';
