import { type Box, boxesIntersect } from '@autograph/geometry';
import { framePadding, frameTop } from './frame.ts';
import type { LayoutGraph } from './graph.ts';

type Group = LayoutGraph['groups'][number];

/** Boxes of groups with lanes as long as the lanes beside them, or as the lane that they are in has room for. One that would cover something stays as it is. */
export function fullLanes(graph: LayoutGraph, nodes: ReadonlyMap<string, Box>, groups: ReadonlyMap<string, Box>): Map<string, Box> {
  const full = new Map(groups);
  if (!graph.groups.some(({ lane }) => lane)) return full;
  const byId = new Map(graph.groups.map((group) => [group.id, group]));
  const parents = new Map([...graph.nodes, ...graph.groups].map(({ id, group }) => [id, group]));
  const around = (id: string): string[] => {
    const parent = parents.get(id);
    return parent === undefined ? [id] : [id, ...around(parent)];
  };
  const sideways = graph.direction === 'LR' || graph.direction === 'RL';
  for (const lane of graph.groups.filter(({ lane }) => lane).toSorted((a, b) => around(a.id).length - around(b.id).length)) {
    const own = full.get(lane.id);
    const holder = byId.get(lane.group ?? '');
    const beside = graph.groups.flatMap((other) => (other.lane && other.group === lane.group ? (groups.get(other.id) ?? []) : []));
    const within = holder?.lane ? full.get(holder.id) : undefined;
    if (!own || (beside.length < 2 && !within)) continue;
    const { start, end } = within && holder ? insideOf(holder, within, sideways) : extent(beside, sideways);
    const box = sideways ? { ...own, x: start, w: end - start } : { ...own, y: start, h: end - start };
    const meets = [...nodes, ...groups].some(
      ([id, other]) => boxesIntersect(other, box) && !around(id).includes(lane.id) && !around(lane.id).includes(id),
    );
    if (!meets) full.set(lane.id, box);
  }
  return full;
}

function extent(boxes: readonly Box[], sideways: boolean): { readonly start: number; readonly end: number } {
  const ends = boxes.map(({ x, y, w, h }) => (sideways ? { start: x, end: x + w } : { start: y, end: y + h }));
  return { start: Math.min(...ends.map(({ start }) => start)), end: Math.max(...ends.map(({ end }) => end)) };
}

function insideOf(group: Group, { x, y, w, h }: Box, sideways: boolean): { readonly start: number; readonly end: number } {
  return sideways ? { start: x + framePadding, end: x + w - framePadding } : { start: y + frameTop(group), end: y + h - framePadding };
}
