import { directions, exitAt, mayLeave, type PreparedEnd } from './arrow-end.ts';
import { boxCentre } from './box.ts';
import type { Vec } from './vec.ts';

/** Corners of horizontal and vertical pieces through the way points: two points in line are a piece that stays where it is while the ends move. */
export function visitPoints(start: PreparedEnd, end: PreparedEnd, points: readonly Vec[]): Vec[] {
  const from = exitAt(start, towards(start, points[0] ?? end.at, points[1]), 0);
  const to = exitAt(end, towards(end, points.at(-1) ?? start.at, points.at(-2)), 0);
  const corners: Vec[] = [from.at];
  let horizontal = from.direction.x !== 0;
  [...points, to.at].forEach((point, i) => {
    const before = corners.at(-1) ?? from.at;
    if (Math.abs(before.x - point.x) >= 1 && Math.abs(before.y - point.y) >= 1) {
      const earlier = corners.at(-2);
      const wanted = i === points.length ? to.direction.y !== 0 : horizontal;
      const corner = cornerBetween(before, point, wanted);
      const back = earlier !== undefined && turnsBack(earlier, before, corner);
      // A piece of two points that the next one has overtaken is cut short; a single point is passed all the same, by turning there.
      const short = back && inLine(points[i - 2], before);
      if (short) corners.pop();
      horizontal = back && !short ? wanted : !wanted;
      corners.push(back && !short ? cornerBetween(before, point, !wanted) : corner);
    } else horizontal = Math.abs(before.y - point.y) < 1;
    corners.push(point);
  });
  return corners;
}

/** The side to leave through towards a way point; a piece at right angles to that side is reached without another bend. */
function towards(end: PreparedEnd, point: Vec, next: Vec | undefined): Vec {
  const { box } = end;
  const centre = boxCentre(box);
  const dx = point.x - centre.x;
  const dy = point.y - centre.y;
  const outX = Math.abs(dx) - box.w / 2;
  const outY = Math.abs(dy) - box.h / 2;
  const upright = next !== undefined && Math.abs(next.x - point.x) < 1 && outX > 0;
  const level = next !== undefined && Math.abs(next.y - point.y) < 1 && outY > 0;
  const sideways = upright !== level ? upright : outX >= outY;
  const wanted = sideways ? { x: dx < 0 ? -1 : 1, y: 0 } : { x: 0, y: dy < 0 ? -1 : 1 };
  if (mayLeave(end, wanted)) return wanted;
  const free = directions.find((side) => mayLeave(end, side) && side.x * (point.x - end.at.x) + side.y * (point.y - end.at.y) > 0);
  return free ?? wanted;
}

/** Where a way from `a` to `b` turns when it begins level or, else, upright and ends the other way. */
function cornerBetween(a: Vec, b: Vec, level: boolean): Vec {
  return level ? { x: b.x, y: a.y } : { x: a.x, y: b.y };
}

function inLine(a: Vec | undefined, b: Vec): boolean {
  return a !== undefined && (Math.abs(a.x - b.x) < 1 || Math.abs(a.y - b.y) < 1);
}

function turnsBack(a: Vec, b: Vec, c: Vec): boolean {
  return (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0;
}
