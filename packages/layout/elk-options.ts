import type { LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Direction } from './graph.ts';

const directions: Readonly<Record<Direction, string>> = { TB: 'DOWN', BT: 'UP', LR: 'RIGHT', RL: 'LEFT' };

export interface LayoutStyle {
  /** Number of nodes. */
  readonly size: number;
  /** Nodes side by side stand in the order of the graph, where that costs no crossings. ELK 0.12 fails at it when links have labels. */
  readonly keepsOrder: boolean;
}

/** How diagrams are laid out (https://eclipse.dev/elk/reference/options.html); lengths in px. ELK hands none of it down to groups. */
export function layeredOptions(direction: Direction, { size, keepsOrder }: LayoutStyle): LayoutOptions {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': directions[direction],
    'elk.randomSeed': '1',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.spacing.nodeNode': '36',
    'elk.spacing.edgeNode': '18',
    'elk.spacing.edgeEdge': '14',
    'elk.spacing.edgeLabel': '2',
    'elk.spacing.componentComponent': '48',
    'elk.layered.spacing.nodeNodeBetweenLayers': '52',
    'elk.layered.spacing.edgeNodeBetweenLayers': '22',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
    'elk.spacing.nodeSelfLoop': '20',
    // The straightest edges and the smallest area; its time grows faster than the other's.
    'elk.layered.nodePlacement.strategy': size > 120 ? 'BRANDES_KOEPF' : 'NETWORK_SIMPLEX',
    'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
    'elk.layered.considerModelOrder.strategy': keepsOrder ? 'NODES_AND_EDGES' : 'NONE',
    'elk.layered.cycleBreaking.strategy': keepsOrder ? 'GREEDY_MODEL_ORDER' : 'DEPTH_FIRST',
    // Fewer tries where there is much to place: the time grows with both.
    'elk.layered.thoroughness': size > 120 ? '1' : size > 30 ? '2' : '7',
    'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  };
}
