import { clearTitles } from './clear-titles.ts';
import type { Layouter } from './graph.ts';
import { inTurn } from './in-turn.ts';
import { layOutLayered } from './layered/layered.ts';

/** The product's layout of a fresh diagram, in this thread. The same graph gives the same result everywhere. */
export function createLayouter(): Layouter {
  return async (graph) => clearTitles(graph, inTurn(graph, layOutLayered(graph)));
}
