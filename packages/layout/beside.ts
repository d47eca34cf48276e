import type { Box, Vec } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult } from './graph.ts';

type Node = LayoutGraph['nodes'][number];

/** Space between a node and what stands beside it, px. */
const gap = 28;

/** Space between several on one side, px. */
const stacking = 12;

/** Nodes that stand beside others of their own group, by those: they have no rank of their own. */
export function besides({ nodes }: LayoutGraph): ReadonlyMap<string, readonly Node[]> {
  const own = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<string, Node[]>();
  for (const node of nodes) {
    const anchor = node.beside && own.get(node.beside.of);
    if (!anchor || anchor.beside || anchor === node || anchor.group !== node.group) continue;
    found.set(anchor.id, [...(found.get(anchor.id) ?? []), node]);
  }
  return found;
}

/** Whether it stands at the low side of its node as seen along the flow, on the left, or else at the high one. What would stand in the way of the flow stands at a side, too. */
export function isLow({ beside }: Node): boolean {
  return beside?.side === 'left' || beside?.side === 'top';
}

interface Size {
  readonly w: number;
  readonly h: number;
}

/** The room that a stack of such takes up at one side, px: from the node on, and along the flow. */
export function stackRoom(stack: readonly Size[]): Size {
  if (stack.length === 0) return { w: 0, h: 0 };
  return {
    w: gap + Math.max(...stack.map(({ w }) => w)),
    h: stack.reduce((sum, { h }) => sum + h, 0) + (stack.length - 1) * stacking,
  };
}

/** The boxes of a stack beside a node, each as near as can be, the whole about the node's middle; `from` is where their room begins. */
export function stackBoxes(stack: readonly Size[], from: number, middle: number, low: boolean): Box[] {
  let y = middle - stackRoom(stack).h / 2;
  return stack.map(({ w, h }) => {
    const box = { x: low ? from - gap - w : from + gap, y, w, h };
    y += h + stacking;
    return box;
  });
}

/** The layout with the ways between nodes and what stands beside them. */
export function withTies<T extends Pick<LayoutResult, 'nodes' | 'groups' | 'edges'>>(graph: LayoutGraph, result: T): T {
  const pairs = new Set([...besides(graph)].flatMap(([of, notes]) => notes.flatMap(({ id }) => [`${of} ${id}`, `${id} ${of}`])));
  const edges = new Map(result.edges);
  for (const { id, from, to } of graph.edges) {
    const [start, end] = [result.nodes.get(from), result.nodes.get(to)];
    if (start && end && pairs.has(`${from} ${to}`)) edges.set(id, tieBetween(start, end));
  }
  return { ...result, edges };
}

/** The straight way between a node and what stands beside it, in the middle of what both have in common; with a step where they have nothing. */
function tieBetween(from: Box, to: Box): readonly Vec[] {
  if (from.x + from.w <= to.x || to.x + to.w <= from.x) {
    const [start, end] = from.x < to.x ? [from.x + from.w, to.x] : [from.x, to.x + to.w];
    const [a, b] = shared(from.y, from.h, to.y, to.h);
    return a === b ? [at(start, a), at(end, a)] : [at(start, a), at((start + end) / 2, a), at((start + end) / 2, b), at(end, b)];
  }
  const [start, end] = from.y < to.y ? [from.y + from.h, to.y] : [from.y, to.y + to.h];
  const [a, b] = shared(from.x, from.w, to.x, to.w);
  return a === b ? [at(a, start), at(a, end)] : [at(a, start), at(a, (start + end) / 2), at(b, (start + end) / 2), at(b, end)];
}

/** Where two sides, each from a place on and so long, are to be joined: the same for both where they have something in common. */
function shared(a: number, length: number, b: number, other: number): readonly [number, number] {
  const [low, high] = [Math.max(a, b), Math.min(a + length, b + other)];
  if (low < high) return [(low + high) / 2, (low + high) / 2];
  const near = (from: number, size: number, to: number) => Math.max(from + size / 4, Math.min(from + (3 * size) / 4, to));
  return [near(a, length, b + other / 2), near(b, other, a + length / 2)];
}

const at = (x: number, y: number): Vec => ({ x, y });
