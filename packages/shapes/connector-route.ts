import type { Shape, Terminal } from '@autograph/document';
import type { Scene } from '@autograph/editor';
import {
  type ArrowEnd,
  type ArrowRoute,
  boxContains,
  describeRoute,
  expandBox,
  type Lane,
  mirroredLane,
  type Path,
  pathBounds,
  rotate,
  routeArrow,
  scale,
  translateBox,
  translatePath,
  unionBoxes,
  type Vec,
} from '@autograph/geometry';
import { look } from './appearance.ts';
import { touches } from './arrow-heads.ts';

const described = new WeakMap<Path, ArrowRoute>();

/** The way of an arrow or line from outline to outline, in its local coordinates, px: as the scene has it, for shapes on the board. */
export function connectorRoute(shape: Shape, scene: Scene): ArrowRoute {
  const path = scene.get(shape.id) === shape ? scene.localOutline?.(shape.id) : undefined;
  if (!path) return findRoute(shape, scene);
  const known = described.get(path) ?? describeRoute(path);
  described.set(path, known);
  return known;
}

/** Finds that way anew. */
export function findRoute(shape: Shape, scene: Scene): ArrowRoute {
  const toLocal = scale(localOrigin(shape, scene), -1);
  const start = endOf(shape, 'start', scene, toLocal);
  const isLoop = shape.start?.shape_id !== undefined && shape.start.shape_id === shape.end?.shape_id && !shape.points?.length;
  const own = endOf(shape, 'end', scene, toLocal);
  const end = isLoop ? { ...start, gap: own.gap ?? 0 } : own;
  const lane = laneOf(shape, scene);
  return routeArrow({
    start,
    end,
    route: shape.route ?? 'straight',
    points: (shape.points ?? []).map(([x = 0, y = 0]) => ({ x: x - shape.x, y: y - shape.y })),
    ...(lane && { lane }),
    ...(shape.avoid && !shape.points?.length && { obstacles: obstaclesBetween(shape, [start, end], scene, toLocal) }),
  });
}

/** How far around both ends a way looks for room beside what lies between them, px. */
const detour = 160;

/** What lies between the ends, local; not what an end is on, such as a coloured ground. */
function obstaclesBetween(shape: Shape, ends: readonly ArrowEnd[], scene: Scene, toLocal: Vec) {
  const boxes = ends.map(({ at, outline }) => (outline && pathBounds(outline)) ?? { ...at, w: 0, h: 0 });
  const area = unionBoxes(boxes);
  if (!area) return [];
  const found = scene.obstacles?.(shape, translateBox(expandBox(area, detour), -toLocal.x, -toLocal.y)) ?? [];
  return found.map((box) => translateBox(box, toLocal.x, toLocal.y)).filter((box) => !ends.some(({ at }) => boxContains(box, at)));
}

/** The arrow's lane among those of its pair; arrows that run the other way look at it from the other side. Way points are a way of their own. */
function laneOf({ id, start, end, points = [] }: Shape, scene: Scene): Lane | undefined {
  const lane = points.length > 0 ? undefined : scene.lane?.(id);
  const seen = (at: Terminal | undefined) => (at?.shape_id && scene.foldedIn?.(at.shape_id)) ?? at?.shape_id ?? '';
  return lane && seen(start) > seen(end) ? mirroredLane(lane) : lane;
}

/** What to subtract from page coordinates to get the shape's local ones. */
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

function endOf(shape: Shape, side: 'start' | 'end', scene: Scene, toLocal: Vec): ArrowEnd {
  const terminal: Terminal | undefined = shape[side];
  const folded = terminal?.shape_id === undefined ? undefined : scene.foldedIn?.(terminal.shape_id);
  const bound = terminal?.shape_id === undefined ? undefined : scene.get(folded ?? terminal.shape_id);
  const outline = bound && scene.pageOutline(bound.id);
  if (!bound || !outline) return { at: { x: (terminal?.x ?? shape.x) - shape.x, y: (terminal?.y ?? shape.y) - shape.y } };
  const aim = aimAt(bound, (folded === undefined && terminal?.anchor) || { x: 0.5, y: 0.5 }, scene);
  return {
    at: { x: aim.x + toLocal.x, y: aim.y + toLocal.y },
    outline: translatePath(outline, toLocal.x, toLocal.y),
    gap: gapOf(shape, side, bound),
  };
}

/** A point of a shape's box on the page; `anchor` is 0..1 in both axes of the unrotated box. */
function aimAt(shape: Shape, anchor: Vec, scene: Scene): Vec {
  const { x, y } = localOrigin(shape, scene);
  const { w, h } = (shape.collapsed && scene.pageBounds(shape.id)) || shape;
  return rotate({ x: x + w * anchor.x, y: y + h * anchor.y }, shape.rotation, { x: x + w / 2, y: y + h / 2 });
}
