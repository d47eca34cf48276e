import type { Placement } from '@autograph/document';
import { type Box, unionBoxes } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';
import { containerPadding } from './container.ts';

type Layout = Readonly<Record<string, Placement>>;
type Node = LayoutGraph['nodes'][number];

/** Space between nodes of one rank, and between ranks, px: about what a layout leaves. */
const beside = 36;
const between = 56;

/**
 * Where a layout would probably put the nodes that `layout` does not place: one rank on from what they are linked to, beside what stands
 * there already. Takes no time, and moves nothing.
 */
export function guessPlaces(graph: LayoutGraph, layout: Layout): Record<string, Placement> {
  const boxes = new Map<string, Box>();
  for (const { id, w, h } of graph.nodes) {
    const placement = layout[id];
    if (placement) boxes.set(id, { x: placement.x, y: placement.y, w: placement.w ?? w, h: placement.h ?? h });
  }
  const guesses: Record<string, Placement> = {};
  const waiting = graph.nodes.filter(({ id }) => !boxes.has(id));
  while (waiting.length > 0) {
    const linked = waiting.findIndex(({ id }) => anchorOf(id, graph, boxes));
    const [node] = waiting.splice(Math.max(0, linked), 1);
    if (!node) break;
    const box = wishFor(node, graph, boxes);
    boxes.set(node.id, box);
    guesses[node.id] = box;
  }
  return guesses;
}

interface Anchor {
  readonly id: string;
  /** Whether the links run from the anchor, or to it. */
  readonly onward: boolean;
}

/** The placed node that an unplaced one is linked to, one that leads to it first. */
function anchorOf(id: string, { edges }: LayoutGraph, boxes: ReadonlyMap<string, Box>): Anchor | undefined {
  const before = edges.find(({ from, to }) => to === id && from !== id && boxes.has(from));
  if (before) return { id: before.from, onward: true };
  const after = edges.find(({ from, to }) => from === id && to !== id && boxes.has(to));
  return after && { id: after.to, onward: false };
}

function wishFor(node: Node, graph: LayoutGraph, boxes: ReadonlyMap<string, Box>): Box {
  const anchor = anchorOf(node.id, graph, boxes);
  const at = anchor && boxes.get(anchor.id);
  if (!anchor || !at) return besideAll(node, graph, boxes);
  const sideways = graph.direction === 'LR' || graph.direction === 'RL';
  const backwards = (graph.direction === 'BT' || graph.direction === 'RL') === anchor.onward;
  const own = sideways
    ? { x: backwards ? at.x - between - node.w : at.x + at.w + between, y: at.y + (at.h - node.h) / 2 }
    : { x: at.x + (at.w - node.w) / 2, y: backwards ? at.y - between - node.h : at.y + at.h + between };
  const peers = graph.edges.flatMap(({ from, to }) => {
    const [near, far] = anchor.onward ? [from, to] : [to, from];
    const box = near === anchor.id && far !== node.id ? boxes.get(far) : undefined;
    return box && isBeyond(box, at, sideways, backwards) ? [box] : [];
  });
  const all = unionBoxes(peers);
  const [first] = peers;
  if (!all || !first) return { ...own, w: node.w, h: node.h };
  return sideways
    ? { x: backwards ? first.x + first.w - node.w : first.x, y: all.y + all.h + beside, w: node.w, h: node.h }
    : { x: all.x + all.w + beside, y: backwards ? first.y + first.h - node.h : first.y, w: node.w, h: node.h };
}

/** Whether a box stands on the side of the other one on which a further rank does. */
function isBeyond(box: Box, at: Box, sideways: boolean, backwards: boolean): boolean {
  if (sideways) return backwards ? box.x + box.w <= at.x : box.x >= at.x + at.w;
  return backwards ? box.y + box.h <= at.y : box.y >= at.y + at.h;
}

/** Next to its own group's nodes or, when it has none, next to everything. */
function besideAll({ w, h, group }: Node, graph: LayoutGraph, boxes: ReadonlyMap<string, Box>): Box {
  const own = graph.nodes.flatMap((other) => (group !== undefined && other.group === group ? (boxes.get(other.id) ?? []) : []));
  const all = unionBoxes(own.length > 0 ? own : [...boxes.values()]);
  if (!all) return { x: containerPadding, y: containerPadding, w, h };
  return graph.direction === 'LR' || graph.direction === 'RL'
    ? { x: all.x, y: all.y + all.h + beside, w, h }
    : { x: all.x + all.w + beside, y: all.y, w, h };
}
