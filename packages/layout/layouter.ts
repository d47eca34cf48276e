import { clearTitles } from './clear-titles.ts';
import { fullLanes } from './full-lanes.ts';
import type { Arrangement, Layouter, LayoutGraph, LayoutResult } from './graph.ts';
import { inTurn } from './in-turn.ts';
import { layOutLayered } from './layered/layered.ts';
import { circle } from './loose/circle.ts';
import { forces } from './loose/forces.ts';
import { layOutLoosely } from './loose/loose.ts';
import { partByPart } from './loose/parts.ts';
import { tree } from './loose/tree.ts';
import { treeRoutes } from './loose/tree-routes.ts';

const arrangements: Readonly<Record<Arrangement, (graph: LayoutGraph) => LayoutResult>> = {
  layered: (graph) => {
    const found = clearTitles(graph, inTurn(graph, layOutLayered(graph)));
    return { ...found, groups: fullLanes(graph, found.nodes, found.groups) };
  },
  tree: (graph) => layOutLoosely(graph, tree, treeRoutes),
  force: (graph) => layOutLoosely(graph, partByPart(forces)),
  circular: (graph) => layOutLoosely(graph, circle),
};

/** The product's layout of a fresh diagram, in this thread. The same graph gives the same result everywhere. */
export function createLayouter(): Layouter {
  return async (graph) => arrangements[graph.arrangement ?? 'layered'](graph);
}
