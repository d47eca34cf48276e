import { type Box, boxesIntersect, type Vec } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult } from './graph.ts';
import { cross, lengthOf, runTogether, type Segment, segmentBetween, segmentBox, segmentsOf, spansOf } from './segments.ts';

/** Sideways steps of a route up to this length are taken out where there is room, px. */
const jog = 16;
/** Room kept between a moved piece and what it runs beside, px. */
const clearance = 8;
/** Share of a node's side, at each end, where no edge is moved to. */
const corner = 0.15;

type Edge = LayoutGraph['edges'][number];

interface Scene {
  readonly graph: LayoutGraph;
  readonly result: LayoutResult;
  readonly routes: Map<string, readonly Vec[]>;
  readonly labels: Map<string, Vec>;
}

/** The layout with the small sideways steps of its routes taken out, where that meets nothing. Nodes stay where they are. */
export function straighten(graph: LayoutGraph, result: LayoutResult): LayoutResult {
  const scene: Scene = { graph, result, routes: new Map(result.edges), labels: new Map(result.labels) };
  for (const edge of graph.edges) while (straightenOnce(edge, scene));
  return { ...result, edges: scene.routes, ...(result.labels && { labels: scene.labels }) };
}

/** Takes one step out of an edge's route; whether there was one that could go. */
function straightenOnce(edge: Edge, scene: Scene): boolean {
  const route = scene.routes.get(edge.id) ?? [];
  for (let i = 1; i + 2 < route.length; i++) {
    const [a, b, c, d] = route.slice(i - 1, i + 3);
    if (!a || !b || !c || !d) continue;
    const [before, step, after] = [segmentBetween(a, b), segmentBetween(b, c), segmentBetween(c, d)];
    const onward = before.vertical === after.vertical && before.vertical !== step.vertical;
    const ahead = (before.to - before.from) * (after.to - after.from) > 0;
    if (!onward || !ahead || lengthOf(step) > jog) continue;
    // The end that is alone on its side of a node is in the middle of it: the other one moves.
    const tries = [
      { at: i - 1, across: after.across, alone: i === 1 && isAlone(edge.from, edge, a, before, scene) },
      { at: i + 1, across: before.across, alone: i + 3 === route.length && isAlone(edge.to, edge, d, after, scene) },
    ].toSorted((one, other) => Number(one.alone) - Number(other.alone));
    for (const { at, across } of tries) {
      const moved = withSegmentAt(route, at, across);
      if (!isAllowed(edge, route, moved, at, scene)) continue;
      carryLabel(edge, segmentBetween(route[at] ?? a, route[at + 1] ?? b), across, scene);
      scene.routes.set(edge.id, withoutStraightPoints(moved));
      return true;
    }
  }
  return false;
}

function withSegmentAt(route: readonly Vec[], at: number, across: number): Vec[] {
  const { vertical } = segmentBetween(route[at] ?? { x: 0, y: 0 }, route[at + 1] ?? { x: 0, y: 0 });
  return route.map((point, i) => (i !== at && i !== at + 1 ? point : vertical ? { ...point, x: across } : { ...point, y: across }));
}

function isAllowed(edge: Edge, route: readonly Vec[], moved: readonly Vec[], at: number, scene: Scene): boolean {
  const [first, second] = [moved[at], moved[at + 1]];
  const [before, after] = [segmentsOf(route), segmentsOf(moved)];
  const segment = after[at];
  if (!first || !second || !segment) return false;
  if (at === 0 && !mayEnd(edge.from, edge, first, segment, scene)) return false;
  if (at + 2 === moved.length && !mayEnd(edge.to, edge, second, segment, scene)) return false;
  // What comes before and after keeps its direction.
  const kept = [at - 1, at + 1].every((i) => {
    const [was, is] = [before[i], after[i]];
    return !was || !is || lengthOf(was) <= jog || ((was.to - was.from) * (is.to - is.from) > 0 && lengthOf(is) >= clearance);
  });
  return kept && isClear(edge, segment, before[at]?.across ?? 0, scene) && crossings(edge, after, scene) <= crossings(edge, before, scene);
}

/** Whether an edge may end at that point of a node's border: not by its corner, nor beside another edge. */
function mayEnd(id: string, edge: Edge, tip: Vec, segment: Segment, scene: Scene): boolean {
  const box = boxOf(id, scene);
  if (!box) return false;
  const { across } = spansOf(box, segment.vertical);
  const room = corner * (across.high - across.low);
  if (segment.across < across.low + room || segment.across > across.high - room) return false;
  return endsBeside(id, edge, tip, segment, scene).every((other) => Math.abs(other - segment.across) >= clearance);
}

function isAlone(id: string, edge: Edge, tip: Vec, segment: Segment, scene: Scene): boolean {
  return endsBeside(id, edge, tip, segment, scene).length === 0;
}

/** Where, across, other edges end at the same side of a node. */
function endsBeside(id: string, edge: Edge, tip: Vec, { vertical }: Segment, { graph, routes }: Scene): number[] {
  return graph.edges.flatMap((other) => {
    if (other.id === edge.id) return [];
    const route = routes.get(other.id) ?? [];
    return [...(other.from === id ? route.slice(0, 1) : []), ...(other.to === id ? route.slice(-1) : [])].flatMap((end) => {
      const near = vertical ? Math.abs(end.y - tip.y) < 1 : Math.abs(end.x - tip.x) < 1;
      return near ? [vertical ? end.x : end.y] : [];
    });
  });
}

function isClear(edge: Edge, segment: Segment, across: number, scene: Scene): boolean {
  const { graph, result, routes, labels } = scene;
  const way = segmentBox(segment, clearance - 1);
  const onWay = segmentBox(segment, 2);
  for (const { id } of graph.nodes) {
    const box = result.nodes.get(id);
    if (box && id !== edge.from && id !== edge.to && boxesIntersect(box, way)) return false;
  }
  for (const { id } of graph.groups) if (!keepsSide(segment, across, result.groups.get(id))) return false;
  for (const other of graph.edges) {
    if (other.id === edge.id) continue;
    if (segmentsOf(routes.get(other.id) ?? []).some((piece) => runTogether(segment, piece, clearance))) return false;
    const [at, label] = [labels.get(other.id), other.label];
    if (at && label && boxesIntersect(centred(at, label), onWay)) return false;
  }
  const [at, label] = [labels.get(edge.id), edge.label];
  if (!at || !label) return true;
  const own = centred(segment.vertical ? { ...at, x: segment.across } : { ...at, y: segment.across }, label);
  return (
    !graph.nodes.some(({ id }) => meets(result.nodes.get(id), own)) &&
    !graph.edges.some((other) => other.id !== edge.id && labelMeets(other, own, scene))
  );
}

function meets(box: Box | undefined, other: Box): boolean {
  return box !== undefined && boxesIntersect(box, other);
}

function labelMeets({ id, label }: Edge, box: Box, { labels, routes }: Scene): boolean {
  const at = labels.get(id);
  return (
    (at && label && boxesIntersect(centred(at, label), box)) ||
    segmentsOf(routes.get(id) ?? []).some((piece) => boxesIntersect(segmentBox(piece, 2), box))
  );
}

/** A piece beside or inside a group stays so, and keeps off its border. */
function keepsSide(segment: Segment, before: number, group: Box | undefined): boolean {
  if (!group) return true;
  const { across, along } = spansOf(group, segment.vertical);
  const beside = Math.min(segment.from, segment.to) < along.high && Math.max(segment.from, segment.to) > along.low;
  return (
    !beside ||
    [across.low, across.high].every((line) => segment.across > line === before > line && Math.abs(segment.across - line) >= clearance)
  );
}

function crossings(edge: Edge, segments: readonly Segment[], { graph, routes }: Scene): number {
  const others = graph.edges.flatMap(({ id }) => (id === edge.id ? [] : segmentsOf(routes.get(id) ?? [])));
  return segments.reduce((sum, segment) => sum + others.filter((other) => cross(segment, other)).length, 0);
}

/** A label on the moved piece goes along. */
function carryLabel({ id }: Edge, was: Segment, across: number, { labels }: Scene): void {
  const at = labels.get(id);
  if (!at) return;
  const [place, along] = was.vertical ? [at.x, at.y] : [at.y, at.x];
  if (Math.abs(place - was.across) > 1 || along < Math.min(was.from, was.to) || along > Math.max(was.from, was.to)) return;
  labels.set(id, was.vertical ? { ...at, x: across } : { ...at, y: across });
}

function withoutStraightPoints(route: readonly Vec[]): Vec[] {
  const kept: Vec[] = [];
  for (const point of route) {
    const [a, b] = [kept.at(-2), kept.at(-1)];
    if (b && Math.abs(b.x - point.x) < 0.01 && Math.abs(b.y - point.y) < 0.01) continue;
    if (
      a &&
      b &&
      ((Math.abs(a.x - b.x) < 0.01 && Math.abs(b.x - point.x) < 0.01) || (Math.abs(a.y - b.y) < 0.01 && Math.abs(b.y - point.y) < 0.01))
    )
      kept.pop();
    kept.push(point);
  }
  return kept;
}

function boxOf(id: string, { result }: Scene): Box | undefined {
  return result.nodes.get(id) ?? result.groups.get(id);
}

export function centred({ x, y }: Vec, { w, h }: { readonly w: number; readonly h: number }): Box {
  return { x: x - w / 2, y: y - h / 2, w, h };
}
