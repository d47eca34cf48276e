import type { Shape, Terminal } from '@autograph/document';
import type { Scene } from '@autograph/editor';
import {
  type ArrowEnd,
  type ArrowRoute,
  arrowWay,
  boxContains,
  describeRoute,
  expandBox,
  type Lane,
  mirroredLane,
  type Path,
  pathBounds,
  rotate,
  translatePath,
  unionBoxes,
  type Vec,
} from '@autograph/geometry';
import { look } from './appearance.ts';
import { touches } from './arrow-heads.ts';

const described = new WeakMap<Path, ArrowRoute>();

/** The way of an arrow or line from outline to outline, in its local coordinates, px: as the scene has it, for shapes on the board. */
export function connectorRoute(shape: Shape, scene: Scene): ArrowRoute {
  const path = (scene.get(shape.id) === shape && scene.localOutline?.(shape.id)) || findWay(shape, scene);
  const known = described.get(path) ?? describeRoute(path);
  described.set(path, known);
  return known;
}

/** Finds that way anew, as a path. Looked for on the page, where every arrow at a shape sees one and the same outline. */
export function findWay(shape: Shape, scene: Scene): Path {
  const parent = scene.origin(shape);
  const start = endOf(shape, 'start', scene, parent);
  const isLoop = shape.start?.shape_id !== undefined && shape.start.shape_id === shape.end?.shape_id && !shape.points?.length;
  const own = endOf(shape, 'end', scene, parent);
  const end = isLoop ? { ...start, gap: own.gap ?? 0 } : own;
  const lane = laneOf(shape, scene);
  const way = arrowWay({
    start,
    end,
    route: shape.route ?? 'straight',
    points: (shape.points ?? []).map(([x = 0, y = 0]) => ({ x: parent.x + x, y: parent.y + y })),
    ...(lane && { lane }),
    ...(shape.avoid && !shape.points?.length && { obstacles: obstaclesBetween(shape, [start, end], scene) }),
  });
  return translatePath(way, -parent.x - shape.x, -parent.y - shape.y);
}

/** How far around both ends a way looks for room beside what lies between them, px. */
const detour = 160;

/** What lies between the ends on the page; not what an end is on, such as a coloured ground. */
function obstaclesBetween(shape: Shape, ends: readonly ArrowEnd[], scene: Scene) {
  const boxes = ends.map(({ at, outline }) => (outline && pathBounds(outline)) ?? { ...at, w: 0, h: 0 });
  const area = unionBoxes(boxes);
  if (!area) return [];
  const found = scene.obstacles?.(shape, expandBox(area, detour)) ?? [];
  return found.filter((box) => !ends.some(({ at }) => boxContains(box, at)));
}

/** The arrow's lane among those of its pair; arrows that run the other way look at it from the other side. Way points are a way of their own. */
function laneOf({ id, start, end, points = [] }: Shape, scene: Scene): Lane | undefined {
  const lane = points.length > 0 ? undefined : scene.lane?.(id);
  const seen = (at: Terminal | undefined) => (at?.shape_id && scene.foldedIn?.(at.shape_id)) ?? at?.shape_id ?? '';
  return lane && seen(start) > seen(end) ? mirroredLane(lane) : lane;
}

/** Where the shape's own coordinates begin on the page. */
function localOrigin(shape: Shape, scene: Scene): Vec {
  const parent = scene.origin(shape);
  return { x: parent.x + shape.x, y: parent.y + shape.y };
}

/** Clear space that one sees between a tip and the outline that it points at, px; marks that belong to the outline have none. */
const clearSpace = 2.5;

function gapOf(shape: Shape, side: 'start' | 'end', bound: Shape): number {
  if (touches(shape[`${side}_head`] ?? 'none')) return 0;
  const half = ({ stroke_width = look.strokeWidth }: Shape) => stroke_width / 2;
  return clearSpace + half(shape) + half(bound);
}

function endOf(shape: Shape, side: 'start' | 'end', scene: Scene, parent: Vec): ArrowEnd {
  const terminal: Terminal | undefined = shape[side];
  const folded = terminal?.shape_id === undefined ? undefined : scene.foldedIn?.(terminal.shape_id);
  const bound = terminal?.shape_id === undefined ? undefined : scene.get(folded ?? terminal.shape_id);
  const outline = bound && scene.pageOutline(bound.id);
  if (!bound || !outline) return { at: { x: parent.x + (terminal?.x ?? shape.x), y: parent.y + (terminal?.y ?? shape.y) } };
  const aim = aimAt(bound, (folded === undefined && terminal?.anchor) || { x: 0.5, y: 0.5 }, scene);
  return { at: aim, outline, gap: gapOf(shape, side, bound) };
}

/** A point of a shape's box on the page; `anchor` is 0..1 in both axes of the unrotated box. */
function aimAt(shape: Shape, anchor: Vec, scene: Scene): Vec {
  const { x, y } = localOrigin(shape, scene);
  const { w, h } = (shape.collapsed && scene.pageBounds(shape.id)) || shape;
  return rotate({ x: x + w * anchor.x, y: y + h * anchor.y }, shape.rotation, { x: x + w / 2, y: y + h / 2 });
}
