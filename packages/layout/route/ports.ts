import { type Box, boxCentre, boxesIntersect, type Vec } from '@autograph/geometry';
import type { Direction, EndRoom } from '../graph.ts';
import { segmentBetween, segmentBox } from '../segments.ts';
import type { Port, Turn } from './search.ts';

/** Straight piece before the first bend, px; shorter ones where something is near. */
const reaches = [18, 11, 6] as const;
/** Distance between neighbouring ends at one side, px; less costs. */
const endGap = 12;
/** Boxes nearer than that do not face each other with room for bends between them, px. */
const facingGap = 22;

const outward: readonly Vec[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];

interface PortQuestion {
  readonly box: Box;
  /** What is at the other end. */
  readonly other: Box;
  readonly direction: Direction;
  /** Ends of other routes at this box. */
  readonly taken: readonly Vec[];
  /** Boxes that are no end of this route. */
  readonly walls: readonly Box[];
  /** The only sides to use. */
  readonly sides?: readonly Turn[];
  /** What is drawn at this end of the route; other ends at the box have about the same. */
  readonly room?: EndRoom | undefined;
}

/** Where a route may leave a box towards another one, and what each place costs. */
export function portsOf({ box, other, direction, taken, walls, sides = [0, 1, 2, 3], room }: PortQuestion): Port[] {
  const gap = room ? Math.max(endGap, room.low + room.high + 4) : endGap;
  const reach = room ? Math.max(reaches[0], room.along + 8) : reaches[0];
  const prices = sidePrices(box, other, direction);
  const ports: Port[] = [];
  for (const turn of sides) {
    const upright = turn === 1 || turn === 3;
    const [low, size] = upright ? [box.x, box.w] : [box.y, box.h];
    const middle = low + size / 2;
    const ends = taken.filter((end) => isAtSide(end, box, turn)).map((end) => (upright ? end.x : end.y));
    for (const along of placesAlong(box, other, upright, ends, gap)) {
      const crowd = ends.reduce((least, end) => Math.min(least, Math.abs(end - along)), Number.POSITIVE_INFINITY);
      const crowding = crowd >= gap - 0.5 ? 0 : crowd >= 7 ? 12 : 90;
      const price = (prices[turn] ?? 0) + crowding + (12 * Math.abs(along - middle)) / Math.max(20, size);
      ports.push(portAt(box, turn, along, price, walls, reach));
    }
  }
  return ports;
}

function portAt(box: Box, turn: Turn, along: number, price: number, walls: readonly Box[], straight: number): Port {
  const edge = turn === 0 ? box.x + box.w : turn === 1 ? box.y + box.h : turn === 2 ? box.x : box.y;
  const at = turn === 0 || turn === 2 ? { x: edge, y: along } : { x: along, y: edge };
  const { x, y } = outward[turn] ?? { x: 0, y: 0 };
  for (const [i, reach] of [straight, ...reaches.slice(1)].entries()) {
    const stub = { x: at.x + x * reach, y: at.y + y * reach };
    const way = segmentBox(segmentBetween(at, stub), 3);
    if (!walls.some((wall) => boxesIntersect(wall, way))) return { at, stub, turn, price: price + i * 6 };
  }
  return { at, stub: { x: at.x + x * 4, y: at.y + y * 4 }, turn, price: price + 2000 };
}

function isAtSide(end: Vec, box: Box, turn: Turn): boolean {
  const away = turn === 0 ? end.x - box.x - box.w : turn === 1 ? end.y - box.y - box.h : turn === 2 ? end.x - box.x : end.y - box.y;
  return Math.abs(away) < 2;
}

/** Places along a side worth trying: its middle, straight across from the other box, and beside ends that are there already. */
function placesAlong(box: Box, other: Box, upright: boolean, ends: readonly number[], gap: number): number[] {
  const [low, size] = upright ? [box.x, box.w] : [box.y, box.h];
  const [otherLow, otherSize] = upright ? [other.x, other.w] : [other.y, other.h];
  const corner = Math.min(size / 2, Math.max(size * 0.15, 6));
  const [first, last] = [low + corner, low + size - corner];
  const otherCorner = Math.min(otherSize / 2, Math.max(otherSize * 0.15, 6));
  const overlap = { from: Math.max(first, otherLow + otherCorner), to: Math.min(last, otherLow + otherSize - otherCorner) };
  const straight = overlap.from <= overlap.to ? [(overlap.from + overlap.to) / 2, overlap.from, overlap.to] : [];
  const wishes = [low + size / 2, otherLow + otherSize / 2, ...straight, ...ends.flatMap((end) => [end - gap, end + gap])];
  const found: number[] = [];
  for (const wish of [...wishes, low + size / 4, low + (3 * size) / 4]) {
    if (wish < first - 0.01 || wish > last + 0.01 || found.some((known) => Math.abs(known - wish) < 2)) continue;
    found.push(wish);
  }
  return found;
}

/** What it costs to leave through each side (right, down, left, up): nothing towards the other box along the flow, most away from it. */
function sidePrices(box: Box, other: Box, direction: Direction): readonly number[] {
  const gapX = Math.max(other.x - box.x - box.w, box.x - other.x - other.w);
  const gapY = Math.max(other.y - box.y - box.h, box.y - other.y - other.h);
  const [a, b] = [boxCentre(box), boxCentre(other)];
  const [towardX, towardY]: [Turn, Turn] = [b.x >= a.x ? 0 : 2, b.y >= a.y ? 1 : 3];
  const sideways = direction === 'LR' || direction === 'RL';
  const [mainGap, crossGap, main, cross] = sideways ? [gapX, gapY, towardX, towardY] : [gapY, gapX, towardY, towardX];
  const prices = [150, 150, 150, 150];
  if (mainGap >= facingGap) {
    prices[main] = 0;
    prices[cross] = 60;
    prices[(cross + 2) % 4] = 80;
  } else if (crossGap >= facingGap) {
    prices[cross] = 0;
    prices[main] = 40;
    prices[(main + 2) % 4] = 60;
  } else {
    prices[main] = 30;
    prices[cross] = 30;
    prices[(main + 2) % 4] = 50;
    prices[(cross + 2) % 4] = 50;
  }
  return prices;
}
