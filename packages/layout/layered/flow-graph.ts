import { besides, isLow, stackRoom } from '../beside.ts';
import { framePadding, frameTop } from '../frame.ts';
import type { Direction, EdgeEnds, LayoutGraph } from '../graph.ts';
import { contains } from '../own-direction.ts';

/** A graph as seen along the flow: ranks follow each other downwards. Nodes and groups are numbers; an end of an edge from `nodes.length` on is a group. */
export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly groups: readonly FlowGroup[];
  readonly edges: readonly FlowEdge[];
}

export interface FlowNode {
  readonly id: string;
  readonly w: number;
  readonly h: number;
  /** Room on the right for its loops, px. */
  readonly loops: number;
  /** What stands right beside it, on the left and on the right. */
  readonly low: readonly Stood[];
  readonly high: readonly Stood[];
  /** -1 for none. */
  readonly group: number;
}

export interface Stood {
  readonly id: string;
  readonly w: number;
  readonly h: number;
}

export interface FlowGroup {
  readonly id: string;
  readonly parent: number;
  /** Space between the frame and what is in it: before and after along the flow, low and high across it. */
  readonly padding: Padding;
  readonly lane: boolean;
  /** Least size for the title, along and across. */
  readonly along: number;
  readonly across: number;
}

export interface Padding {
  readonly before: number;
  readonly after: number;
  readonly low: number;
  readonly high: number;
}

export interface FlowEdge {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly label?: { readonly w: number; readonly h: number };
  readonly ends?: EdgeEnds;
}

/** What a group's frame needs around its members, by the direction of the flow. */
function paddingOf(group: { readonly label: { readonly w: number; readonly h: number } }, direction: Direction): Padding {
  const [top, side] = [frameTop(group), framePadding];
  if (direction === 'TB') return { before: top, after: side, low: side, high: side };
  if (direction === 'BT') return { before: side, after: top, low: side, high: side };
  return { before: side, after: side, low: top, high: side };
}

/** The flow graph of a graph whose groups all have its direction, and none of which is empty. Without loops, and edges between a group and what is in it. */
export function flowGraph(graph: LayoutGraph): FlowGraph {
  const sideways = graph.direction === 'LR' || graph.direction === 'RL';
  const turned = ({ w, h }: { readonly w: number; readonly h: number }) => (sideways ? { w: h, h: w } : { w, h });
  const parents = new Map([...graph.nodes, ...graph.groups].map(({ id, group }) => [id, group]));
  const beside = besides(graph);
  const stood = new Set([...beside.values()].flat());
  const ranked = graph.nodes.filter((node) => !stood.has(node));
  const groupAt = new Map(graph.groups.map(({ id }, i) => [id, i]));
  const at = new Map([...ranked, ...graph.groups].map(({ id }, i) => [id, i]));
  const inGroup = (group: string | undefined) => (group === undefined ? -1 : (groupAt.get(group) ?? -1));
  const loops = new Map<string, number>();
  for (const { from, to, label } of graph.edges) {
    if (from !== to) continue;
    const size = label ? turned(label) : { w: 0, h: 0 };
    loops.set(from, Math.max(loops.get(from) ?? 0, Math.max(24, size.w / 2 + 10) + size.w / 2 + 4));
  }
  return {
    nodes: ranked.map(({ id, group, ...size }) => {
      const notes = beside.get(id) ?? [];
      const stack = (low: boolean) => notes.filter((note) => isLow(note) === low).map((note) => ({ id: note.id, ...turned(note) }));
      return { id, ...turned(size), loops: loops.get(id) ?? 0, low: stack(true), high: stack(false), group: inGroup(group) };
    }),
    groups: graph.groups.map(({ id, group, label, lane = false }) => {
      const title = label.w + 2 * framePadding;
      return {
        id,
        parent: inGroup(group),
        lane,
        padding: paddingOf({ label }, graph.direction),
        along: sideways ? title : 0,
        across: sideways ? 0 : title,
      };
    }),
    edges: graph.edges.flatMap(({ id, from, to, label, length = 1, ends }): FlowEdge[] => {
      const [a, b] = [at.get(from), at.get(to)];
      if (a === undefined || b === undefined || a === b || contains(parents, from, to) || contains(parents, to, from)) return [];
      return [
        { id, from: a, to: b, length: Math.min(10, Math.max(1, length)), ...(label && { label: turned(label) }), ...(ends && { ends }) },
      ];
    }),
  };
}

/** A node with what stands beside it: from its middle to the left and to the right, and along the flow, px. */
export function roomOf({ w, h, loops, low, high }: FlowNode): { readonly left: number; readonly right: number; readonly h: number } {
  const [before, after] = [stackRoom(low), stackRoom(high)];
  return { left: w / 2 + before.w, right: w / 2 + loops + after.w, h: Math.max(h, before.h, after.h) };
}

/** Groups around a group, itself first. */
export function groupsFrom(group: number, groups: readonly FlowGroup[]): number[] {
  const found: number[] = [];
  for (let at = group; at >= 0 && found.length <= groups.length; at = groups[at]?.parent ?? -1) found.push(at);
  return found;
}
