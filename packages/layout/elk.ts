import ELK from 'elkjs/lib/elk.bundled.js';
import { fromElk, toElk } from './elk-graph.ts';
import type { Layouter } from './graph.ts';

/** Layered layout by ELK (https://eclipse.dev/elk), in this thread. The same graph gives the same result everywhere. */
export function createLayouter(): Layouter {
  const elk = new ELK();
  return async (graph) => fromElk(graph, await elk.layout(toElk(graph)));
}
