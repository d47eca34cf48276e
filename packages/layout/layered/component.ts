import type { Box, Vec } from '@autograph/geometry';
import { stackBoxes } from '../beside.ts';
import { corners } from '../route/search.ts';
import { compactRanks } from './compact-ranks.ts';
import { crossPlaces } from './cross-places.ts';
import { fewestCrossings } from './fewest-crossings.ts';
import type { FlowGraph, FlowNode, Stood } from './flow-graph.ts';
import { withLanes } from './lane-ranks.ts';
import { type Layering, layersOf } from './layering.ts';
import { type MainPlaces, mainPlaces } from './main-places.ts';
import { type Order, orderingOf } from './order.ts';
import { alignedPorts, type Ports, portsOf } from './ports.ts';
import { type Ranks, ranksOf } from './ranks.ts';

/** A layout in flow coordinates. */
export interface FlowLayout {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<string, Box>;
  readonly edges: ReadonlyMap<string, readonly Vec[]>;
  readonly labels: ReadonlyMap<string, Vec>;
}

/** Work that the search for an order may do. */
const effort = 3000;

/** At first sight more than that beside a price is not looked into. */
const hopeless = (price: number) => 1.2 * price + 5;

interface Ordered {
  readonly ranks: Ranks;
  readonly layering: Layering;
  readonly order: Order;
  readonly price: number;
}

function ordered(graph: FlowGraph, ranks: Ranks, share: number, most?: number): Ordered {
  const layering = layersOf(graph, ranks);
  return { ranks, layering, ...fewestCrossings(orderingOf(layering, graph.groups), effort * share, most) };
}

/**
 * In ranks that keep groups short or, where it has fewer crossings, in such that all edges follow. An edge that leads back counts as one
 * crossing. The latter are not looked into when at first sight they have many more.
 */
function bestOrdered(graph: FlowGraph): Ordered {
  if (graph.groups.length === 0) return ordered(graph, ranksOf(graph), 1);
  if (graph.groups.some(({ lane }) => lane)) return ordered(graph, withLanes(graph, ranksOf(graph)), 1);
  const back = ({ ranks, price }: Ordered) => price + ranks.reversed.filter((reversed) => reversed).length;
  const compact = ordered(graph, compactRanks(graph), 0.7);
  const flowing = ordered(graph, ranksOf(graph), 0.3, hopeless(back(compact)));
  return back(flowing) <= back(compact) ? flowing : compact;
}

/** Lays out a connected graph in layers (Sugiyama, Tagawa, Toda 1981). Edges that no layers can join have no route. */
export function layOutComponent(graph: FlowGraph): FlowLayout {
  const { ranks, layering, order } = bestOrdered(graph);
  const position = new Int32Array(layering.items.length);
  for (const layer of order) for (const [at, item] of layer.entries()) position[item] = at;
  const spread = portsOf(graph, layering, position);
  const across = crossPlaces(graph, layering, order, spread);
  const ports = alignedPorts(graph, layering, across.items, spread);
  const along = mainPlaces(graph, layering, across.items, ports);
  const middleOf = (item: number) => along.middles[layering.items[item]?.layer ?? 0] ?? 0;
  const nodes = graph.nodes.flatMap((node, v) => withBeside(node, across.items[v] ?? 0, middleOf(v)));
  const groups = graph.groups.map(({ id }, group): [string, Box] => {
    const { low = 0, high = 0 } = across.groups[group] ?? {};
    const { start = 0, end = 0 } = along.groups[group] ?? {};
    return [id, { x: low, y: start, w: high - low, h: end - start }];
  });
  const edges = new Map<string, readonly Vec[]>();
  const labels = new Map<string, Vec>();
  for (const [edge, { id }] of graph.edges.entries()) {
    const chain = layering.chains[edge] ?? [];
    if (chain.length < 2) continue;
    const points = pointsOf(edge, graph, layering, across.items, along, ports);
    edges.set(id, ranks.reversed[edge] ? points.reverse() : points);
    const label = chain.find((item) => layering.items[item]?.kind === 'label');
    if (label !== undefined) labels.set(id, { x: across.items[label] ?? 0, y: middleOf(label) });
  }
  return { nodes: new Map(nodes), groups: new Map(groups), edges, labels };
}

/** The boxes of a node, about a place, and of what stands beside it. */
function withBeside({ id, w, h, loops, low, high }: FlowNode, x: number, y: number): [string, Box][] {
  const stack = (stood: readonly Stood[], from: number, isLow: boolean) =>
    stackBoxes(stood, from, y, isLow).map((box, i): [string, Box] => [stood[i]?.id ?? '', box]);
  return [[id, { x: x - w / 2, y: y - h / 2, w, h }], ...stack(low, x - w / 2, true), ...stack(high, x + w / 2 + loops, false)];
}

function pointsOf(edge: number, graph: FlowGraph, layering: Layering, across: Float64Array, along: MainPlaces, ports: Ports): Vec[] {
  const { items, chains } = layering;
  const chain = chains[edge] ?? [];
  const [first = 0, last = 0] = [chain[0], chain.at(-1)];
  const tip = (item: number, lower: boolean): number => {
    const { kind, layer = 0, node = -1, group = -1 } = items[item] ?? {};
    const { h = 0 } = graph.nodes[node] ?? {};
    if (kind === 'frame') return (lower ? along.groups[group]?.start : along.groups[group]?.end) ?? 0;
    return (along.middles[layer] ?? 0) + (lower ? -h / 2 : h / 2);
  };
  const x = (item: number) =>
    (across[item] ?? 0) + (item === first ? (ports.upper[edge] ?? 0) : 0) + (item === last ? (ports.lower[edge] ?? 0) : 0);
  const points: Vec[] = [{ x: x(first), y: tip(first, false) }];
  for (const [i, item] of chain.entries()) {
    const next = chain[i + 1];
    if (next === undefined) break;
    const level = along.levels[items[item]?.layer ?? 0]?.get(edge);
    if (level === undefined) continue;
    points.push({ x: x(item), y: level }, { x: x(next), y: level });
  }
  points.push({ x: x(last), y: tip(last, true) });
  return corners(squared(points));
}

/** Ends less than a px beside each other count as in line. */
function squared(points: readonly Vec[]): Vec[] {
  const square: Vec[] = [];
  for (const { x, y } of points) {
    const before = square.at(-1);
    square.push(before && Math.abs(before.x - x) < 1 ? { x: before.x, y } : { x, y });
  }
  return square;
}
