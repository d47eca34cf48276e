import type { Shape, Terminal } from '@autograph/document';
import type { Scene } from '@autograph/editor';
import { type ArrowEnd, type ArrowRoute, rotate, routeArrow, scale, translatePath, type Vec } from '@autograph/geometry';
import { touches } from './arrow-heads.ts';

/** The way of an arrow or line from outline to outline, in its local coordinates, px. */
export function connectorRoute(shape: Shape, scene: Scene): ArrowRoute {
  const toLocal = scale(localOrigin(shape, scene), -1);
  const start = endOf(shape, shape.start, touches(shape.start_head ?? 'none'), scene, toLocal);
  const end =
    shape.start?.shape_id && shape.start.shape_id === shape.end?.shape_id && !shape.points?.length
      ? { ...start, gap: gapOf(touches(shape.end_head ?? 'none')) }
      : endOf(shape, shape.end, touches(shape.end_head ?? 'none'), scene, toLocal);
  return routeArrow({
    start,
    end,
    route: shape.route ?? 'straight',
    points: (shape.points ?? []).map(([x = 0, y = 0]) => ({ x: x - shape.x, y: y - shape.y })),
    spread: laneOf(shape, scene),
  });
}

/** The arrow's lane among those of its pair; arrows that run the other way look at it from the other side. Way points are a way of their own. */
function laneOf({ id, start, end, points = [] }: Shape, scene: Scene): number {
  if (points.length > 0) return 0;
  const lane = scene.spread?.(id) ?? 0;
  return (start?.shape_id ?? '') > (end?.shape_id ?? '') ? -lane : lane;
}

/** What to subtract from page coordinates to get the shape's local ones. */
function localOrigin(shape: Shape, scene: Scene): Vec {
  const parent = scene.origin(shape);
  return { x: parent.x + shape.x, y: parent.y + shape.y };
}

/** Clear space between a tip and the outline that it points at, px; marks that belong to the outline have none. */
const gapOf = (touching: boolean) => (touching ? 0 : 4);

function endOf(shape: Shape, terminal: Terminal | undefined, touching: boolean, scene: Scene, toLocal: Vec): ArrowEnd {
  const bound = terminal?.shape_id === undefined ? undefined : scene.get(terminal.shape_id);
  const outline = bound && scene.pageOutline(bound.id);
  if (!bound || !outline) return { at: { x: (terminal?.x ?? shape.x) - shape.x, y: (terminal?.y ?? shape.y) - shape.y } };
  const aim = aimAt(bound, terminal?.anchor ?? { x: 0.5, y: 0.5 }, scene);
  return {
    at: { x: aim.x + toLocal.x, y: aim.y + toLocal.y },
    outline: translatePath(outline, toLocal.x, toLocal.y),
    gap: gapOf(touching),
  };
}

/** A point of a shape's box on the page; `anchor` is 0..1 in both axes of the unrotated box. */
function aimAt(shape: Shape, anchor: Vec, scene: Scene): Vec {
  const { x, y } = localOrigin(shape, scene);
  const centre = { x: x + shape.w / 2, y: y + shape.h / 2 };
  return rotate({ x: x + shape.w * anchor.x, y: y + shape.h * anchor.y }, shape.rotation, centre);
}
