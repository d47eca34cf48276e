export { createLayouter } from './elk.ts';
export type { Direction, Layouter, LayoutGraph, LayoutResult } from './graph.ts';
