import { type FlowGraph, groupsFrom } from './flow-graph.ts';
import type { Layering, Link } from './layering.ts';
import type { Ports } from './ports.ts';
import { type Crook, tracksOf } from './tracks.ts';

/** Where things stand along the flow, px. */
export interface MainPlaces {
  /** The middle of each layer. */
  readonly middles: readonly number[];
  readonly groups: readonly { readonly start: number; readonly end: number }[];
  /** Where each edge runs level below each layer: by layer, by edge. */
  readonly levels: readonly ReadonlyMap<number, number>[];
}

/** Distance between ranks of nodes, and to the layer of labels between them, px. */
const rankGap = 52;
const labelGap = 34;
/** From a layer to the first track, and between tracks, px. */
const trackMargin = 22;
const trackMarginAtLabels = 18;
const trackGap = 12;
/** Straight piece that stays between what is drawn at an edge's end and the edge's first bend, and between what is drawn at both ends, px. */
const beyondEnd = 10;

/** Layers one below the other, with room between them for what runs level there and for the frames that begin and end. */
export function mainPlaces(graph: FlowGraph, layering: Layering, across: Float64Array, ports: Ports): MainPlaces {
  const { items, layerCount, links } = layering;
  const heights = new Float64Array(layerCount);
  const labels = new Uint8Array(layerCount);
  for (const { kind, layer, h } of items) {
    heights[layer] = Math.max(heights[layer] ?? 0, h);
    if (kind === 'label') labels[layer] = 1;
  }
  const before = roomBefore(layering, graph);
  const frames = new Frames(graph, layering);
  const middles: number[] = [];
  const levels: ReadonlyMap<number, number>[] = [];
  let y = before[0] ?? 0;
  for (let layer = 0; layer < layerCount; layer++) {
    const height = heights[layer] ?? 0;
    middles.push(y + height / 2);
    y += height;
    const crooks = (links[layer] ?? []).map((link) => crookOf(link, layering, across, ports));
    const { tracks, count } = tracksOf(crooks);
    const atLabels = labels[layer] === 1 || labels[layer + 1] === 1;
    const margin = atLabels ? trackMarginAtLabels : trackMargin;
    const ending = Math.max(0, frames.close(layer, middles) - y);
    const drawn = roomAtEnds(links[layer] ?? [], layering);
    const [upper, lower] = [Math.max(margin, drawn.upper), Math.max(margin, drawn.lower)];
    const least = Math.max(atLabels ? labelGap : rankGap, drawn.upper + drawn.lower);
    const width = Math.max(0, count - 1) * trackGap;
    const gap = Math.max(least, count === 0 ? 0 : upper + lower + width);
    // In the middle of what the ends leave.
    const first = y + ending + upper + (gap - upper - lower - width) / 2;
    levels.push(new Map([...tracks].map(([edge, track]) => [edge, first + track * trackGap])));
    y += ending + gap + (before[layer + 1] ?? 0);
  }
  return { middles, groups: frames.found, levels };
}

function crookOf({ edge, upper, lower }: Link, { chains }: Layering, across: Float64Array, ports: Ports): Crook {
  const chain = chains[edge] ?? [];
  return {
    edge,
    from: (across[upper] ?? 0) + (chain[0] === upper ? (ports.upper[edge] ?? 0) : 0),
    to: (across[lower] ?? 0) + (chain.at(-1) === lower ? (ports.lower[edge] ?? 0) : 0),
  };
}

/** What is drawn at the ends of links takes up of the space between their layers, above and below. */
function roomAtEnds(links: readonly Link[], { chains, ends }: Layering): { readonly upper: number; readonly lower: number } {
  const room = { upper: 0, lower: 0 };
  for (const { edge, upper, lower } of links) {
    const [chain, drawn] = [chains[edge], ends[edge]];
    if (!drawn) continue;
    if (chain?.[0] === upper && drawn.upper.along > 0) room.upper = Math.max(room.upper, drawn.upper.along + beyondEnd);
    if (chain?.at(-1) === lower && drawn.lower.along > 0) room.lower = Math.max(room.lower, drawn.lower.along + beyondEnd);
  }
  return room;
}

/** Room for the frames that begin before each layer: as many as are in each other. */
function roomBefore({ layerCount, spans }: Layering, { groups }: FlowGraph): Float64Array {
  const room = new Float64Array(layerCount);
  for (const [group, { first }] of spans.entries()) {
    const beginning = groupsFrom(group, groups).filter((around) => spans[around]?.first === first);
    const sum = beginning.reduce((total, around) => total + (groups[around]?.padding.before ?? 0), 0);
    room[first] = Math.max(room[first] ?? 0, sum);
  }
  return room;
}

/** The frames of groups along the flow, each known once its last layer has its place. */
class Frames {
  readonly found: { start: number; end: number }[];
  readonly #graph: FlowGraph;
  readonly #layering: Layering;
  /** Groups that end with each layer, innermost first. */
  readonly #ending = new Map<number, number[]>();
  readonly #members: (readonly number[])[];

  constructor(graph: FlowGraph, layering: Layering) {
    const { groups } = graph;
    this.#graph = graph;
    this.#layering = layering;
    this.found = groups.map(() => ({ start: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY }));
    const members: number[][] = groups.map(() => []);
    for (const [item, { kind, group }] of layering.items.entries()) if (kind !== 'frame') members[group]?.push(item);
    this.#members = members;
    const depth = (group: number) => groupsFrom(group, groups).length;
    const innermost = groups.map((_, group) => group).sort((a, b) => depth(b) - depth(a));
    for (const group of innermost) {
      const last = layering.spans[group]?.last ?? 0;
      this.#ending.set(last, [...(this.#ending.get(last) ?? []), group]);
    }
  }

  /** Finds the frames that end with a layer; gives how far the farthest of them reaches. */
  close(layer: number, middles: readonly number[]): number {
    let farthest = Number.NEGATIVE_INFINITY;
    for (const group of this.#ending.get(layer) ?? []) {
      const { padding = { before: 0, after: 0 }, parent = -1, along = 0 } = this.#graph.groups[group] ?? {};
      for (const item of this.#members[group] ?? []) {
        const { layer: at = 0, h = 0 } = this.#layering.items[item] ?? {};
        this.#include(group, (middles[at] ?? 0) - h / 2, (middles[at] ?? 0) + h / 2);
      }
      const { start = 0, end = 0 } = this.found[group] ?? {};
      const frame = { start: start - padding.before, end: Math.max(end + padding.after, start - padding.before + along) };
      this.found[group] = frame;
      this.#include(parent, frame.start, frame.end);
      farthest = Math.max(farthest, frame.end);
    }
    return farthest;
  }

  #include(group: number, start: number, end: number): void {
    const its = this.found[group];
    if (its) this.found[group] = { start: Math.min(its.start, start), end: Math.max(its.end, end) };
  }
}
