import { type Box, boxesIntersect, type Vec } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult } from './graph.ts';
import { type Segment, segmentBox, segmentsOf } from './segments.ts';

/** From a group's border to its title, px; the label's size has some slack of its own. */
const inset = 14;
/** Room kept around a widened group, px. */
const clearance = 10;
/** Most that a group grows for its title, px. */
const most = 160;

type Group = LayoutGraph['groups'][number];

/** The layout with groups wide enough that their title, at the left or the right, is crossed by no route; where there is room for that. */
export function clearTitles(graph: LayoutGraph, result: LayoutResult): LayoutResult {
  const pieces = [...result.edges.values()].flatMap(segmentsOf);
  const groups = new Map(result.groups);
  for (const group of graph.groups) {
    const narrow = groups.get(group.id);
    // ELK forgets the least width of a group that edges run through.
    const fitting = narrow && narrow.w < group.label.w + 2 * inset ? { ...narrow, w: group.label.w + 2 * inset } : undefined;
    if (fitting && hasRoom(group, fitting, graph, { ...result, groups }, pieces)) groups.set(group.id, fitting);
  }
  for (const group of graph.groups) {
    const box = groups.get(group.id);
    const wider = box && group.label.w > 0 ? widened(group, box, pieces) : undefined;
    const fitting = wider?.find((candidate) => hasRoom(group, candidate, graph, { ...result, groups }, pieces));
    if (fitting) groups.set(group.id, fitting);
  }
  return fromOrigin({ ...result, groups });
}

/** Boxes that would do, the least growth first; undefined when the title has a free place already. */
function widened(group: Group, box: Box, pieces: readonly Segment[]): Box[] | undefined {
  const { w, h } = group.label;
  const strip = { ...box, h: inset + h };
  const lines = pieces
    .map((piece) => segmentBox(piece, 1))
    .filter((line) => boxesIntersect(line, strip))
    .flatMap((line) => [line.x, line.x + line.w]);
  const title = inset + w;
  const low = Math.min(...lines) - box.x;
  const high = box.x + box.w - Math.max(...lines);
  const middle = { low: box.x + (box.w - w) / 2, high: box.x + (box.w + w) / 2 };
  if (low >= title || high >= title || lines.every((x) => x < middle.low || x > middle.high)) return undefined;
  const left = { ...box, x: box.x - (title - low), w: box.w + title - low };
  const right = { ...box, w: box.w + title - high };
  return [left, right].filter((candidate) => candidate.w - box.w <= most).toSorted((a, b) => a.w - b.w);
}

function hasRoom(group: Group, box: Box, graph: LayoutGraph, { nodes, groups, labels }: LayoutResult, pieces: readonly Segment[]): boolean {
  const parents = new Map([...graph.nodes, ...graph.groups].map((item) => [item.id, item.group]));
  const chain = (id: string | undefined): string[] => (id === undefined ? [] : [id, ...chain(parents.get(id))]);
  const own = groups.get(group.id) ?? box;
  const around = { x: box.x - clearance, y: box.y - clearance, w: box.w + 2 * clearance, h: box.h + 2 * clearance };
  const outside = [...graph.nodes, ...graph.groups].filter(({ id }) => !chain(id).includes(group.id) && !chain(group.id).includes(id));
  const added =
    box.x < own.x ? { ...around, w: own.x - around.x } : { ...around, x: own.x + own.w, w: around.x + around.w - own.x - own.w };
  const parent = groups.get(group.group ?? '');
  const inParent = !parent || (box.x >= parent.x + clearance && box.x + box.w <= parent.x + parent.w - clearance);
  const texts = graph.edges.flatMap(({ id, label }) => {
    const at = labels?.get(id);
    return at && label ? [{ x: at.x - label.w / 2, y: at.y - label.h / 2, ...label }] : [];
  });
  return (
    inParent &&
    outside.every(({ id }) => !meets(nodes.get(id) ?? groups.get(id), around)) &&
    ![...texts, ...pieces.filter(({ vertical }) => vertical).map((piece) => segmentBox(piece, 1))].some((other) => meets(other, added))
  );
}

function meets(box: Box | undefined, other: Box): boolean {
  return box !== undefined && boxesIntersect(box, other);
}

/** The layout moved so that no group begins left of 0. */
function fromOrigin(result: LayoutResult): LayoutResult {
  const shift = -Math.min(0, ...[...result.groups.values()].map(({ x }) => x));
  if (shift === 0) return result;
  const moved = <T extends Vec>(items: ReadonlyMap<string, T>) => new Map([...items].map(([id, at]) => [id, { ...at, x: at.x + shift }]));
  return {
    nodes: moved(result.nodes),
    groups: moved(result.groups),
    edges: new Map([...result.edges].map(([id, route]) => [id, route.map((point) => ({ ...point, x: point.x + shift }))])),
    ...(result.labels && { labels: moved(result.labels) }),
  };
}
