import { type Box, boxCentre } from './box.ts';
import type { Path } from './path.ts';
import { crossings, distanceToPath, pathBounds } from './path-query.ts';
import { add, lerp, normalize, perpendicular, scale, subtract, type Vec } from './vec.ts';

/** What an arrow's end goes to: a shape's outline, or just a point. All in one coordinate system, px. */
export interface ArrowEnd {
  /** Where the end aims: inside the outline, or the free point itself. */
  readonly at: Vec;
  readonly outline?: Path;
  /** Clear distance kept to the outline, px; 4 when absent. Free ends have none. */
  readonly gap?: number;
}

/** An end with its box. */
export interface PreparedEnd {
  readonly at: Vec;
  readonly outline?: Path;
  readonly gap: number;
  readonly box: Box;
}

/** Where an arrow leaves a shape, and the unit direction (one of four) in which. */
export interface Exit {
  readonly at: Vec;
  readonly direction: Vec;
}

export const directions: readonly Vec[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];

export function prepareEnd(end: ArrowEnd): PreparedEnd {
  const point = { x: end.at.x, y: end.at.y, w: 0, h: 0 };
  if (!end.outline) return { at: end.at, gap: 0, box: point };
  const at = { x: settled(end.at.x), y: settled(end.at.y) };
  return { at, outline: end.outline, gap: end.gap ?? 4, box: settledBox(pathBounds(end.outline) ?? point) };
}

/**
 * The box on a grid of 1/1024 px, on which lengths add up exactly: of ways that are as good as each other the same one is found again,
 * also when the outline was moved there, which leaves dust.
 */
export function settledBox({ x, y, w, h }: Box): Box {
  const [left, top] = [settled(x), settled(y)];
  return { x: left, y: top, w: settled(x + w) - left, h: settled(y + h) - top };
}

function settled(value: number): number {
  return Math.round(value * 1024) / 1024;
}

/** Where the ray from the end's aim towards `towards` leaves the outline for the last time, plus the gap; the aim itself when free. */
export function leaveTowards(end: PreparedEnd, towards: Vec): Vec {
  if (!end.outline) return end.at;
  const direction = normalize(subtract(towards, end.at));
  return leaveAlong(end, end.at, direction);
}

/** As `leaveTowards`, from a given point in a given unit direction. */
export function leaveAlong(end: PreparedEnd, from: Vec, direction: Vec): Vec {
  if (!end.outline) return from;
  const reach = end.box.w + end.box.h + 1;
  const far = add(from, scale(direction, reach));
  const exit = crossings(end.outline, from, far).at(-1);
  if (exit === undefined) return from;
  return keepGap(end.outline, lerp(from, far, exit), direction, end.gap);
}

/** A way that grazes an outline is not drawn back farther than this, in gaps. */
const farthest = 4;

/** The point from which the outline is `gap` px away, on the ray that left it: measured across, so that it looks the same at slanted and round sides. */
function keepGap(outline: Path, exit: Vec, direction: Vec, gap: number): Vec {
  const at = (back: number) => add(exit, scale(direction, back));
  const away = (back: number) => distanceToPath(outline, at(back)) ?? gap;
  const near = away(gap);
  if (gap === 0 || near > gap - 0.05) return at(gap);
  // Right for a side that is straight this far.
  const guess = Math.min(farthest * gap, (gap * gap) / Math.max(near, 0.01));
  if (Math.abs(away(guess) - gap) < 0.05) return at(guess);
  let [low, high] = [gap, farthest * gap];
  for (let i = 0; i < 8; i++) {
    const middle = (low + high) / 2;
    if (away(middle) < gap) low = middle;
    else high = middle;
  }
  return at(high);
}

/** The aim moved by `offset` px to the right of the way. */
export function besideAim(end: PreparedEnd, direction: Vec, offset: number): Vec {
  return { x: end.at.x - direction.y * offset, y: end.at.y + direction.x * offset };
}

/** An aim at one side of the box (an anchor there) may only leave through that side. */
export function mayLeave(end: PreparedEnd, direction: Vec): boolean {
  const { box, at } = end;
  if (!end.outline || box.w < 4 || box.h < 4) return true;
  const reach = { x: (at.x - boxCentre(box).x) / (box.w / 2), y: (at.y - boxCentre(box).y) / (box.h / 2) };
  if (Math.max(Math.abs(reach.x), Math.abs(reach.y)) < 0.98) return true;
  return reach.x * direction.x > 0.98 || reach.y * direction.y > 0.98;
}

/** The exit through the side that lies in a direction, moved along that side by `offset` px. */
export function exitAt(end: PreparedEnd, direction: Vec, offset: number): Exit {
  const { box, at } = end;
  if (!end.outline) return { at, direction };
  // Start from the middle line of the box, so that an aim beyond a dent still finds the outer side.
  const inset = (low: number, size: number, value: number) => Math.max(low + size * 0.05, Math.min(low + size * 0.95, value));
  const centre = boxCentre(box);
  const from =
    direction.x !== 0 ? { x: centre.x, y: inset(box.y, box.h, at.y + offset) } : { x: inset(box.x, box.w, at.x + offset), y: centre.y };
  const exit = leaveAlong(end, from, direction);
  return { at: exit === from ? at : { x: settled(exit.x), y: settled(exit.y) }, direction };
}

/** How far lanes may spread to either side of the aim where the way leaves in a direction, px. */
export function laneRoom(end: PreparedEnd, direction: Vec): number {
  if (!end.outline) return Infinity;
  return (direction.x !== 0 ? end.box.h : end.box.w) * 0.4;
}

/** How far aims may spread to either side of the end's own, across a way in this direction, and still lie well within the outline, px. */
export function roomAcross({ at, outline, box }: PreparedEnd, direction: Vec): number {
  if (!outline) return Infinity;
  // A little inwards, where a line across meets the outline even when the aim lies on it.
  const inner = lerp(at, boxCentre(box), 0.04);
  const reach = box.w + box.h + 1;
  const free = [1, -1].map((side) => {
    const way = scale(perpendicular(direction), side * reach);
    return (crossings(outline, inner, add(inner, way))[0] ?? 0) * reach;
  });
  return Math.min(Math.min(box.w, box.h) * 0.4, Math.min(...free) * 0.8);
}

/** Whether both ends go to one and the same outline. */
export function isLoop(start: PreparedEnd, end: PreparedEnd): boolean {
  if (!start.outline || !end.outline) return false;
  const a = start.box;
  const b = end.box;
  return start.outline === end.outline || (a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h);
}
