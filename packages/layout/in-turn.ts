import type { Box, Vec } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult } from './graph.ts';
import { contains } from './own-direction.ts';

type Group = LayoutGraph['groups'][number];
type Axis = 'x' | 'y';

/** The layout with groups that have a turn standing side by side in that order, where they stand in a row and nothing runs into them. */
export function inTurn(graph: LayoutGraph, result: LayoutResult): LayoutResult {
  const rows = new Map<string | undefined, Group[]>();
  for (const group of graph.groups) if (group.turn !== undefined) rows.set(group.group, [...(rows.get(group.group) ?? []), group]);
  let now = result;
  for (const row of rows.values()) if (row.length > 1) now = reordered(graph, now, row);
  return now;
}

function reordered(graph: LayoutGraph, result: LayoutResult, row: readonly Group[]): LayoutResult {
  const parents = new Map([...graph.groups, ...graph.nodes].map(({ id, group }) => [id, group]));
  const holder = (id: string) => row.find((group) => group.id === id || contains(parents, group.id, id))?.id;
  const boxes = row.flatMap(({ id, turn = 0 }) => {
    const box = result.groups.get(id);
    return box ? [{ id, turn, box }] : [];
  });
  const axis = (['x', 'y'] as const).find((candidate) =>
    isRow(
      boxes.map(({ box }) => box),
      candidate,
    ),
  );
  if (!axis || boxes.length < row.length || graph.edges.some(({ from, to }) => holder(from) !== holder(to))) return result;
  const size = axis === 'x' ? 'w' : 'h';
  const standing = boxes.toSorted((a, b) => a.box[axis] - b.box[axis]);
  let at = standing[0]?.box[axis] ?? 0;
  const shifts = new Map<string, number>();
  for (const [i, { id, box }] of boxes.toSorted((a, b) => a.turn - b.turn).entries()) {
    shifts.set(id, at - box[axis]);
    const [here, next] = [standing[i]?.box, standing[i + 1]?.box];
    at += box[size] + (here && next ? next[axis] - here[axis] - here[size] : 0);
  }
  return shifted(graph, result, axis, (id) => shifts.get(holder(id) ?? '') ?? 0);
}

function isRow(boxes: readonly Box[], axis: Axis): boolean {
  const size = axis === 'x' ? 'w' : 'h';
  const ordered = boxes.toSorted((a, b) => a[axis] - b[axis]);
  return ordered.every((box, i) => i === 0 || box[axis] >= (ordered[i - 1]?.[axis] ?? 0) + (ordered[i - 1]?.[size] ?? 0));
}

function shifted(graph: LayoutGraph, result: LayoutResult, axis: Axis, shiftOf: (id: string) => number): LayoutResult {
  const ends = new Map(graph.edges.map(({ id, from }) => [id, from]));
  const moved = <T extends Vec>(id: string, place: T): T => ({ ...place, [axis]: place[axis] + shiftOf(id) });
  const all = <T extends Vec>(items: ReadonlyMap<string, T>, of: (id: string) => string) =>
    new Map([...items].map(([id, place]) => [id, moved(of(id), place)]));
  const start = (id: string) => ends.get(id) ?? '';
  return {
    nodes: all(result.nodes, (id) => id),
    groups: all(result.groups, (id) => id),
    edges: new Map([...result.edges].map(([id, route]) => [id, route.map((point) => moved(start(id), point))])),
    ...(result.labels && { labels: all(result.labels, start) }),
  };
}
