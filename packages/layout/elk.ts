import ELK from 'elkjs/lib/elk.bundled.js';
import { fromElk } from './from-elk.ts';
import type { Layouter } from './graph.ts';
import { stepLongEdges } from './long-edges.ts';
import { toElk } from './to-elk.ts';

/** Layered layout by ELK (https://eclipse.dev/elk), in this thread. The same graph gives the same result everywhere. */
export function createLayouter(): Layouter {
  const elk = new ELK();
  return async (graph) => {
    const stepped = stepLongEdges(graph);
    return fromElk(stepped, await elk.layout(toElk(stepped.graph)));
  };
}
