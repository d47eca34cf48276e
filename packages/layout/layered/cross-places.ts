import type { FlowGraph } from './flow-graph.ts';
import { frameEnds } from './frame-ends.ts';
import type { Item, Layering } from './layering.ts';
import { type Distance, leastCostPlaces } from './network-simplex.ts';
import type { Order } from './order.ts';
import type { Ports } from './ports.ts';

/** Where things stand across the flow, px: the middle of each item, and the sides of each group. */
export interface CrossPlaces {
  readonly items: Float64Array;
  readonly groups: readonly { readonly low: number; readonly high: number }[];
}

/** Space between neighbours of a layer, px. */
const nodeGap = 36;
const edgeGap = 12;
const edgeToNode = 18;
const groupGap = 32;
const groupToEdge = 20;
/** From an edge or label that passes through a group to its side. */
const edgeInGroup = 16;

/** What crooked pieces cost by the number of their ends that are bends: long edges are straight first of all. */
const straightness = [4, 8, 32] as const;
/** The pieces at an edge's lonelier end cost more, so that an edge turns where others do. */
const lonelier = 1;
/** What it costs that an edge leaves a frame beside what is in it, for each of the nodes there. */
const centring = 1;
/** What a px of a group's width costs. */
const tightness = 10;
/** What a px of the whole width costs: in a chart of many ranks, straight edges must not lead ever farther aside. */
function widthPrice(layers: number): number {
  return 1 + Math.max(0, layers - 16) / 2;
}

/** Work that the search for places may do. */
const work = 4e6;

/** Places across the flow at which edges are as straight, and groups as narrow, as the order of the layers allows. */
export function crossPlaces(graph: FlowGraph, layering: Layering, order: Order, ports: Ports): CrossPlaces {
  const { items, links, inside } = layering;
  const { groups } = graph;
  const low = (group: number) => items.length + 2 * group;
  const high = (group: number) => items.length + 2 * group + 1;
  const distances: Distance[] = [];
  const apart = (from: number, to: number, least: number) => distances.push({ from, to, least, weight: 0 });
  const ends = frameEnds(layering, order, ports);
  for (const { from, to, least } of ends.apart) apart(from, to, least);
  for (const all of order) {
    for (const item of all) {
      const [group] = inside[item] ?? [];
      if (items[item]?.kind !== 'frame' || group === undefined) continue;
      apart(low(group), item, edgeInGroup);
      apart(item, high(group), edgeInGroup);
    }
    const layer = all.filter((item) => items[item]?.kind !== 'frame');
    for (const [i, item] of layer.entries()) {
      const [own, chain] = [items[item], inside[item] ?? []];
      const next = layer[i + 1];
      if (!own) continue;
      const [group] = chain;
      if (group !== undefined) {
        const { low: lowPadding, high: highPadding } = innerPadding(own, graph, group);
        apart(low(group), item, lowPadding + own.left);
        apart(item, high(group), own.right + highPadding);
      }
      const its = next === undefined ? undefined : items[next];
      if (next === undefined || !its) continue;
      const nextChain = inside[next] ?? [];
      // The outermost groups that hold one of the two but not the other.
      const left = outermost(chain, nextChain);
      const right = outermost(nextChain, chain);
      const gap = spacing(own, its, left !== undefined, right !== undefined);
      apart(
        left === undefined ? item : high(left),
        right === undefined ? next : low(right),
        gap + (left === undefined ? own.right : 0) + (right === undefined ? its.left : 0),
      );
    }
  }
  for (const [group, { parent, padding, across }] of groups.entries()) {
    distances.push({ from: low(group), to: high(group), least: Math.max(across, padding.low + padding.high), weight: tightness });
    if (parent < 0) continue;
    const outer = groups[parent]?.padding;
    apart(low(parent), low(group), outer?.low ?? 0);
    apart(high(group), high(parent), outer?.high ?? 0);
  }
  const [left, right] = [items.length + 2 * groups.length, items.length + 2 * groups.length + 1];
  let count = right + 1;
  // What stands between the first and the last of a layer needs no word of its own; ends at frames stand nowhere in it.
  for (const all of order) {
    const layer = all.filter((item) => items[item]?.kind !== 'frame');
    const frames = all.filter((item) => items[item]?.kind === 'frame');
    for (const item of [...layer.slice(0, 1), ...frames]) apart(left, item, items[item]?.left ?? 0);
    for (const item of [...layer.slice(-1), ...frames]) apart(item, right, items[item]?.right ?? 0);
  }
  distances.push({ from: left, to: right, least: 0, weight: widthPrice(layering.layerCount) });
  const degrees = degreesOf(layering);
  // |a - b| is the least sum of the distances of both from a third.
  const near = (upper: number, lower: number, from: number, to: number, weight: number) => {
    const third = count++;
    distances.push(
      { from: third, to: upper, least: Math.max(0, to - from), weight },
      { from: third, to: lower, least: Math.max(0, from - to), weight },
    );
  };
  for (const { end, node } of ends.near) near(end, node, 0, 0, centring);
  for (const { edge, upper, lower } of links.flat()) {
    const [from, to] = [shiftOf(upper, edge, layering, ports.upper, 0), shiftOf(lower, edge, layering, ports.lower, -1)];
    const bends = Number(isBend(items[upper])) + Number(isBend(items[lower]));
    const weight = (straightness[bends] ?? straightness[0]) + (bends === 1 && isLonelier(edge, upper, layering, degrees) ? lonelier : 0);
    near(upper, lower, from, to, weight);
  }
  const places = leastCostPlaces(count, distances, work);
  return {
    items: places.slice(0, items.length),
    groups: groups.map((_, group) => ({ low: places[low(group)] ?? 0, high: places[high(group)] ?? 0 })),
  };
}

/** How far beside an item's middle an edge ends there. */
function shiftOf(item: number, edge: number, { chains }: Layering, ports: Float64Array, end: 0 | -1): number {
  return chains[edge]?.at(end) === item ? (ports[edge] ?? 0) : 0;
}

/** How many edges end at each item. */
function degreesOf({ items, chains }: Layering): Int32Array {
  const degrees = new Int32Array(items.length);
  for (const chain of chains) for (const end of [chain[0], chain.at(-1)]) if (end !== undefined) degrees[end] = (degrees[end] ?? 0) + 1;
  return degrees;
}

/** Whether a piece of an edge is at that of its ends where fewer edges end; at the lower one of two alike. */
function isLonelier(edge: number, upper: number, { chains }: Layering, degrees: Int32Array): boolean {
  const chain = chains[edge] ?? [];
  const [first, last] = [degrees[chain[0] ?? 0] ?? 0, degrees[chain.at(-1) ?? 0] ?? 0];
  return first < last === (chain[0] === upper);
}

function isBend(item: Item | undefined): boolean {
  return item?.kind === 'bend' || item?.kind === 'label';
}

function innerPadding({ kind }: Item, { groups }: FlowGraph, group: number): { readonly low: number; readonly high: number } {
  const padding = groups[group]?.padding ?? { low: 0, high: 0 };
  return kind === 'node' ? padding : { low: Math.min(edgeInGroup, padding.low), high: edgeInGroup };
}

function outermost(chain: readonly number[], other: readonly number[]): number | undefined {
  return chain.findLast((group) => !other.includes(group));
}

function spacing(a: Item, b: Item, fromGroup: boolean, toGroup: boolean): number {
  const [nodeA, nodeB] = [a.kind === 'node', b.kind === 'node'];
  if (fromGroup || toGroup) return (fromGroup || nodeA) && (toGroup || nodeB) ? groupGap : groupToEdge;
  if (nodeA && nodeB) return nodeGap;
  return nodeA || nodeB ? edgeToNode : edgeGap;
}
