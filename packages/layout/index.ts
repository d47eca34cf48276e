export type { Arrangement, Direction, Layouter, LayoutGraph, LayoutResult } from './graph.ts';
export { relayout } from './incremental/relayout.ts';
export type { Standing, StandingBox } from './incremental/standing.ts';
export { layOutLayered } from './layered/layered.ts';
export { createLayouter } from './layouter.ts';
