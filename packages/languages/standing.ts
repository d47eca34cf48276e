import type { Placement, Shape } from '@autograph/document';
import type { Box } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult, Standing, StandingBox } from '@autograph/layout';

type Layout = Readonly<Record<string, Placement>>;

/**
 * What of a graph stands where, in a block's coordinates. `shapes` are those that the block shows: what a person placed or sized, and
 * frames, stand as they are seen; all else as it was laid out, so that a new size is noticed.
 */
export function standingOf(graph: LayoutGraph, layout: Layout, shapes: readonly Shape[]): Standing {
  const seen = shownBoxes(shapes);
  const box = (id: string, w: number, h: number): StandingBox | undefined => {
    const placement = layout[id];
    if (!placement) return undefined;
    const stored = { x: placement.x, y: placement.y, w: kept(placement.w, w), h: kept(placement.h, h) };
    return placement.pinned ? { ...(seen.get(id) ?? stored), pinned: true } : stored;
  };
  const routes = graph.edges.flatMap(({ id, label }) => {
    const { x, y, points = [] } = layout[id] ?? { x: 0, y: 0 };
    if (points.length < 2) return [];
    return [[id, { points: points.map(([px = 0, py = 0]) => ({ x: px, y: py })), ...(label && { label: { x, y } }) }] as const];
  });
  return {
    nodes: new Map(graph.nodes.flatMap(({ id, w, h }) => entry(id, box(id, w, h)))),
    groups: new Map(graph.groups.flatMap(({ id }) => entry(id, groupBox(layout[id], seen.get(id))))),
    routes: new Map(routes),
  };
}

/** Sizes are stored in whole px. */
function kept(stored: number | undefined, now: number): number {
  return stored === undefined || Math.abs(stored - now) < 1 ? now : stored;
}

function entry<T>(id: string, value: T | undefined): (readonly [string, T])[] {
  return value === undefined ? [] : [[id, value]];
}

function groupBox(placement: Placement | undefined, seen: Box | undefined): StandingBox | undefined {
  if (!placement) return undefined;
  const { x, y, w = 120, h = 80, pinned } = placement;
  return { ...(seen ?? { x, y, w, h }), ...(pinned && { pinned }) };
}

/** Boxes of nodes and frames in the block's coordinates, by node id. */
function shownBoxes(shapes: readonly Shape[]): ReadonlyMap<string, Box> {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const corner = (id: string | null): { readonly x: number; readonly y: number } => {
    const shape = id === null ? undefined : byId.get(id);
    if (!shape?.origin) return { x: 0, y: 0 };
    const outer = corner(shape.parent_id);
    return { x: shape.x + outer.x, y: shape.y + outer.y };
  };
  const boxes = new Map<string, Box>();
  for (const shape of shapes) {
    if (!shape.origin || shape.start || shape.end) continue;
    boxes.set(shape.origin.node_id, { ...corner(shape.id), w: shape.w, h: shape.h });
  }
  return boxes;
}

/** A layout's answer as placements, moved by `shift` px and rounded to half px. */
export function placementsOf(graph: LayoutGraph, result: LayoutResult, shift: number): Record<string, Placement> {
  const found: Record<string, Placement> = Object.create(null);
  for (const [id, { x, y, w, h }] of [...result.groups, ...result.nodes]) {
    found[id] = { x: half(x + shift), y: half(y + shift), w: Math.ceil(w), h: Math.ceil(h) };
  }
  for (const { id } of graph.edges) {
    const points = (result.edges.get(id) ?? []).map(({ x, y }) => [half(x + shift), half(y + shift)]);
    const label = result.labels?.get(id);
    const [startX = 0, startY = 0] = points[0] ?? [];
    const at = label ? { x: half(label.x + shift), y: half(label.y + shift) } : { x: startX, y: startY };
    found[id] = points.length > 1 ? { ...at, points } : at;
  }
  return found;
}

function half(value: number): number {
  return Math.round(value * 2) / 2;
}
