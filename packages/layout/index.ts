export type { Direction, Layouter, LayoutGraph, LayoutResult } from './graph.ts';
