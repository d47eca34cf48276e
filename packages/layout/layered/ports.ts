import type { FlowGraph } from './flow-graph.ts';
import type { Layering } from './layering.ts';

/** Distance between edges at one side of a node, px, where there is room. */
const endGap = 12;
/** Between what is drawn at ends beside each other, px. */
const clearance = 4;
/** Bars, as of forks and joins, are no thicker than that; edges end all along them, no farther from each other than that, px. */
const bar = { thickness: 14, gap: 48 };
/** The share of a side that edges end at. */
const used = 0.8;

export interface Ports {
  /** How far right of its middle an edge leaves an item below, and enters it above: by edge, for the upper end and for the lower one. */
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

/** Edges at a node's side, spread evenly about its middle in the order in which they go on. */
export function portsOf(graph: FlowGraph, layering: Layering, position: Int32Array): Ports {
  const ports = { upper: new Float64Array(graph.edges.length), lower: new Float64Array(graph.edges.length) };
  const out = new Map<number, { readonly edge: number; readonly next: number }[]>();
  const into = new Map<number, { readonly edge: number; readonly next: number }[]>();
  for (const [edge, chain] of layering.chains.entries()) {
    const [first, second] = chain;
    const [last, beforeLast] = [chain.at(-1), chain.at(-2)];
    if (first === undefined || second === undefined || last === undefined || beforeLast === undefined) continue;
    add(out, first, { edge, next: second });
    add(into, last, { edge, next: beforeLast });
  }
  for (const [at, side] of [
    ['upper', out],
    ['lower', into],
  ] as const) {
    for (const [item, ends] of side) {
      const node = graph.nodes[layering.items[item]?.node ?? -1];
      if (!node) continue;
      const sorted = ends.sort((a, b) => (position[a.next] ?? 0) - (position[b.next] ?? 0) || a.edge - b.edge);
      const least = node.h <= bar.thickness ? Math.max(endGap, Math.min(bar.gap, (node.w * used) / Math.max(1, ends.length - 1))) : endGap;
      const places: number[] = [];
      for (const [i, { edge }] of sorted.entries()) {
        const before = sorted[i - 1]?.edge;
        places.push(before === undefined ? 0 : (places[i - 1] ?? 0) + gapBetween(before, edge, at, layering, least));
      }
      const width = places.at(-1) ?? 0;
      const scale = Math.min(1, (node.w * used) / Math.max(1, width));
      for (const [i, { edge }] of sorted.entries()) ports[at][edge] = Math.round(((places[i] ?? 0) - width / 2) * scale);
    }
  }
  return ports;
}

/** The least distance of two ends beside each other at a side, px. */
function gapBetween(left: number, right: number, at: keyof Ports, { ends }: Layering, least: number): number {
  const [before, after] = [ends[left]?.[at], ends[right]?.[at]];
  return before || after ? Math.max(least, (before?.high ?? 0) + (after?.low ?? 0) + clearance) : least;
}

function add<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

/** Steps of an edge next to its end up to this are taken out by moving the end, px. */
const jog = 14;
/** Least distance between ends at one side, px, and share of a side, at each corner, where none is moved to. */
const nearest = 8;
const corner = 0.1;

/** The ports with ends moved along their side where that makes their edge straight and there is room. */
export function alignedPorts(graph: FlowGraph, layering: Layering, across: Float64Array, ports: Ports): Ports {
  const moved = { upper: ports.upper.slice(), lower: ports.lower.slice() };
  const sides = new Map<string, { readonly edge: number; readonly side: keyof Ports }[]>();
  for (const [edge, chain] of layering.chains.entries()) {
    if (chain.length < 2) continue;
    add(sides, `${chain[0]}>`, { edge, side: 'upper' as const });
    add(sides, `${chain.at(-1)}<`, { edge, side: 'lower' as const });
  }
  const placeOf = (edge: number, side: keyof Ports) => {
    const chain = layering.chains[edge] ?? [];
    return (across[chain.at(side === 'upper' ? 0 : -1) ?? 0] ?? 0) + (moved[side][edge] ?? 0);
  };
  for (const ends of sides.values()) {
    for (const { edge, side } of ends) {
      const chain = layering.chains[edge] ?? [];
      const [own = 0, next = 0] = side === 'upper' ? [chain[0], chain[1]] : [chain.at(-1), chain.at(-2)];
      const node = graph.nodes[layering.items[own]?.node ?? -1];
      if (!node) continue;
      const wish = chain.length === 2 ? placeOf(edge, side === 'upper' ? 'lower' : 'upper') : (across[next] ?? 0);
      const now = placeOf(edge, side);
      const offset = wish - (across[own] ?? 0);
      if (Math.abs(wish - now) < 0.5 || Math.abs(wish - now) > jog || Math.abs(offset) > (node.w / 2) * (1 - 2 * corner)) continue;
      const passes = ends.some((other) => {
        if (other.edge === edge) return false;
        const its = placeOf(other.edge, other.side);
        const [left, right] = its < now ? [other.edge, edge] : [edge, other.edge];
        return (its - now) * (its - wish) < 0 || Math.abs(its - wish) < gapBetween(left, right, side, layering, nearest);
      });
      if (!passes) moved[side][edge] = offset;
    }
  }
  return moved;
}
