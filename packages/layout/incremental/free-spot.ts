import { type Box, boxesIntersect, expandBox } from '@autograph/geometry';
import { rankGap, siblingGap, type Wish } from './wish.ts';

/** What keeps a unit from standing somewhere; flow coordinates. */
export interface Surroundings {
  /** What it must not meet. */
  readonly solid: readonly Box[];
  /** Nodes that its edges would rather not pass through. */
  readonly nodes: readonly Box[];
  /** Pieces of routes, with whom they belong to: they can be moved, at a price. */
  readonly wires: readonly { readonly box: Box; readonly edge: string }[];
  /** Labels of edges. */
  readonly labels: readonly Box[];
  /** Ranks that are there: the middle of each, along the flow. */
  readonly ranks: readonly number[];
  /** What it costs beyond its own group that a box stands there. */
  readonly growth: (box: Box) => number;
}

const spacings = [
  { across: siblingGap, along: 30, price: 0 },
  { across: 18, along: 18, price: 70 },
] as const;
/** Clear space to routes, px. */
const wireGap = 12;
/** Snap to a rank that is not farther from the wish than this, px. */
const rankReach = 70;
const wirePrice = 140;
const labelPrice = 260;

/** The best place for a box: near its wish, in a rank that is there or could be, on nothing. */
export function freeSpot(size: { readonly w: number; readonly h: number }, wish: Wish, around: Surroundings): Box {
  const x = wish.middle - size.w / 2;
  const tries = rowsFor(size, wish, around).flatMap((y) => {
    const outside = Math.max(0, wish.top - y) + Math.max(0, y - wish.bottom);
    const along = Math.abs(y - wish.y) * 1.2 + (outside > 0 ? 200 + 2 * outside : 0);
    return spacings.flatMap((spacing) =>
      [true, false].flatMap((overWires) =>
        columnsFor({ x, y, ...size }, spacing, overWires, around).map((at) => ({
          box: { x: at, y, ...size },
          price: along + Math.abs(at - x) + (at < x ? 6 : 0) + spacing.price,
        })),
      ),
    );
  });
  let best: { readonly box: Box; readonly price: number } | undefined;
  for (const { box, price } of tries.sort((a, b) => a.price - b.price)) {
    if (best && price >= best.price) break;
    const whole = price + priceAt(box, wish, around);
    if (!best || whole < best.price) best = { box, price: whole };
  }
  return best?.box ?? { x, y: wish.y, ...size };
}

function priceAt(box: Box, wish: Wish, around: Surroundings): number {
  const near = expandBox(box, wireGap - 2);
  const wires = new Set(around.wires.filter((wire) => boxesIntersect(wire.box, near)).map(({ edge }) => edge));
  const labels = around.labels.filter((label) => boxesIntersect(label, near)).length;
  const hidden = wish.anchors.filter((anchor) => isHidden(box, anchor.box, around.nodes)).length;
  return wires.size * wirePrice + labels * labelPrice + hidden * 60 + around.growth(box);
}

/** Whether a straight line between the middles of two boxes meets another one. */
function isHidden(a: Box, b: Box, nodes: readonly Box[]): boolean {
  const [x1, y1, x2, y2] = [a.x + a.w / 2, a.y + a.h / 2, b.x + b.w / 2, b.y + b.h / 2];
  const area = { x: Math.min(x1, x2), y: Math.min(y1, y2), w: Math.abs(x1 - x2), h: Math.abs(y1 - y2) };
  return nodes.some((node) => {
    if (!boxesIntersect(area, node) || (node.x === b.x && node.y === b.y)) return false;
    const sides = [
      [node.x, node.y],
      [node.x + node.w, node.y],
      [node.x, node.y + node.h],
      [node.x + node.w, node.y + node.h],
    ].map(([x = 0, y = 0]) => Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)));
    return sides.some((side) => side > 0) && sides.some((side) => side < 0);
  });
}

/** Places along the flow: the wish, ranks near it, and steps away from it on the side where there is always room in the end. */
function rowsFor(size: { readonly h: number }, wish: Wish, { ranks, solid }: Surroundings): number[] {
  const upwards = wish.bottom !== Number.POSITIVE_INFINITY && wish.top === Number.NEGATIVE_INFINITY;
  const step = (size.h + rankGap) / 2;
  const lines = ranks.map((middle) => middle - size.h / 2).filter((y) => Math.abs(y - wish.y) <= rankReach);
  const near = lines.some((y) => Math.abs(y - wish.y) < 24) ? [] : [wish.y];
  const steps = Array.from({ length: 8 }, (_, i) => wish.y + (i + 1) * step * (upwards ? -1 : 1));
  const back = Array.from({ length: 2 }, (_, i) => wish.y - (i + 1) * step * (upwards ? -1 : 1));
  const ends = solid.flatMap(({ y, h }) => [y + h + rankGap, y - rankGap - size.h]).filter((y) => Math.abs(y - wish.y) < 400);
  const beyond = upwards
    ? Math.min(wish.y, ...solid.map(({ y }) => y - rankGap - size.h))
    : Math.max(wish.y, ...solid.map(({ y, h }) => y + h + rankGap));
  const all = [...lines, ...near, ...steps, ...back, ...ends, beyond, wish.y].map(Math.round);
  return [...new Set(all)];
}

/** The nearest free places across, on both sides. */
function columnsFor(
  box: Box,
  spacing: { readonly across: number; readonly along: number },
  overWires: boolean,
  { solid, wires, labels }: Surroundings,
): number[] {
  const blocked: (readonly [number, number])[] = [];
  const block = (other: Box, across: number, along: number) => {
    if (other.y - along >= box.y + box.h || other.y + other.h + along <= box.y) return;
    blocked.push([other.x - across - box.w, other.x + other.w + across]);
  };
  for (const other of solid) block(other, spacing.across, spacing.along);
  if (!overWires) {
    for (const { box: wire } of wires) block(wire, wireGap, wireGap);
    for (const label of labels) block(label, wireGap, wireGap);
  }
  const isFree = (x: number) => !blocked.some(([from, to]) => x > from + 0.01 && x < to - 0.01);
  if (isFree(box.x)) return [box.x];
  const ends = blocked.flatMap(([from, to]) => [Math.floor(from), Math.ceil(to)]).sort((a, b) => a - b);
  const left = ends.filter((x) => x <= box.x && isFree(x)).slice(-3);
  const right = ends.filter((x) => x >= box.x && isFree(x)).slice(0, 3);
  return [...left, ...right];
}
