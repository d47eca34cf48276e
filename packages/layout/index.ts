export { createLayouter } from './elk.ts';
export type { Direction, Layouter, LayoutGraph, LayoutResult } from './graph.ts';
export { relayout } from './incremental/relayout.ts';
export type { Standing, StandingBox } from './incremental/standing.ts';
