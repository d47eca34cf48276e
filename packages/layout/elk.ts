import ELK from 'elkjs/lib/elk.bundled.js';
import { clearTitles } from './clear-titles.ts';
import { fromElk } from './from-elk.ts';
import type { Layouter } from './graph.ts';
import { inTurn } from './in-turn.ts';
import { stepLongEdges } from './long-edges.ts';
import { inModelOrder } from './model-order.ts';
import { placeLabels } from './place-labels.ts';
import { straighten } from './straighten.ts';
import { toElk } from './to-elk.ts';

/** Layered layout by ELK (https://eclipse.dev/elk), in this thread. The same graph gives the same result everywhere. */
export function createLayouter(): Layouter {
  const elk = new ELK();
  return async (graph) => {
    const stepped = stepLongEdges(graph);
    const attempt = async (keepsOrder: boolean) => fromElk(stepped, await elk.layout(toElk(stepped.graph, keepsOrder)));
    const free = async () => inModelOrder(graph, await attempt(false));
    // ELK fails at the order of a few graphs; without it, it lays out every graph.
    const found = graph.edges.some(({ label }) => label) ? await free() : await attempt(true).catch(free);
    return placeLabels(graph, clearTitles(graph, straighten(graph, inTurn(graph, found))));
  };
}
