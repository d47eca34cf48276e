import type { Box, Vec } from '@autograph/geometry';
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { besideBox, besides, tieBetween } from './beside.ts';
import type { LayoutResult } from './graph.ts';
import type { SteppedGraph } from './long-edges.ts';

interface Found {
  readonly points: readonly Vec[];
  readonly label?: Vec;
}

/** Absolute boxes and routes out of ELK's answer, in which everything is relative to its container. */
export function fromElk({ graph, chains }: SteppedGraph, root: ElkNode): LayoutResult {
  const boxes = new Map<string, Box>();
  const beside = new Map([...besides(graph).values()].flat().map((node) => [node.id, node]));
  const collect = (node: ElkNode, origin: Vec) => {
    for (const child of node.children ?? []) {
      const at = { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) };
      boxes.set(child.id, { ...at, w: child.width ?? 0, h: child.height ?? 0 });
      for (const { text = '', x = 0, y = 0 } of child.labels ?? []) {
        const node = beside.get(text);
        if (node) boxes.set(text, besideBox({ x: at.x + x, y: at.y + y }, node));
      }
      collect(child, at);
    }
  };
  collect(root, { x: 0, y: 0 });
  const steps = new Map((root.edges ?? []).map((edge) => [edge.id, foundEdge(edge, boxes.get(edge.container ?? '') ?? { x: 0, y: 0 })]));
  const whole = new Map<string, Found>(steps);
  for (const [id, ids] of chains) {
    const parts = ids.flatMap((step) => steps.get(step) ?? []);
    for (const step of ids) whole.delete(step);
    if (parts.length === ids.length) whole.set(id, joined(parts));
  }
  const pick = (items: readonly { readonly id: string }[]) =>
    new Map(
      items.flatMap(({ id }) => {
        const box = boxes.get(id);
        return box && !id.startsWith('\u0001') ? [[id, box] as const] : [];
      }),
    );
  for (const { id, from, to } of graph.edges) {
    const [start, end] = [boxes.get(from), boxes.get(to)];
    if (start && end && (beside.has(from) || beside.has(to))) whole.set(id, { points: tieBetween(start, end) });
  }
  return {
    nodes: pick(graph.nodes),
    groups: pick(graph.groups),
    edges: new Map([...whole].map(([id, { points }]) => [id, points])),
    labels: new Map([...whole].flatMap(([id, { label }]) => (label ? [[id, label] as const] : []))),
  };
}

function foundEdge(edge: ElkExtendedEdge, origin: Vec): Found {
  const points = (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
  const [label] = edge.labels ?? [];
  return {
    points: points.map(({ x, y }) => ({ x: origin.x + x, y: origin.y + y })),
    ...(label && {
      label: { x: origin.x + (label.x ?? 0) + (label.width ?? 0) / 2, y: origin.y + (label.y ?? 0) + (label.height ?? 0) / 2 },
    }),
  };
}

/** One route out of several; points on a straight line between others, and tiny steps at the joints, fall away. */
function joined(parts: readonly Found[]): Found {
  const all = squared(parts.flatMap(({ points }) => points));
  const corners = all.filter((point, i) => {
    const before = all[i - 1];
    const after = all[i + 1];
    if (!before || !after) return true;
    const straight = (a: number, b: number, c: number) => Math.abs(a - b) < 0.01 && Math.abs(b - c) < 0.01;
    return !straight(before.x, point.x, after.x) && !straight(before.y, point.y, after.y);
  });
  const label = parts.find((part) => part.label)?.label;
  return { points: corners, ...(label && { label }) };
}

/** The points around a stop lie up to a px beside each other: one of them is enough, and each moves onto the line of the one before. */
function squared(points: readonly Vec[]): Vec[] {
  const square: Vec[] = [];
  for (const { x, y } of points) {
    const before = square.at(-1) ?? { x, y };
    if (square.length > 0 && Math.hypot(x - before.x, y - before.y) < 1.5) continue;
    square.push(Math.abs(x - before.x) <= Math.abs(y - before.y) ? { x: before.x, y } : { x, y: before.y });
  }
  return square;
}
