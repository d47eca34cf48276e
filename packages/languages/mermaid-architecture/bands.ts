import type { Box } from '@autograph/geometry';
import type { ServiceLink } from './layout.ts';
import type { Cell } from './sides.ts';

/** A service, or a group with all that is in it: boxes from its own corner on, px. */
export interface Unit {
  readonly id: string;
  readonly w: number;
  readonly h: number;
  readonly boxes: ReadonlyMap<string, Box>;
}

/** Clear space between columns and between rows, px. */
const gap = { x: 72, y: 60 };

type Axis = 'x' | 'y';
const sizeOn = { x: 'w', y: 'h' } as const;

/** The boxes of all units, each in the column and row of its cell, such that services that a straight edge joins are in line. */
export function spread(
  units: ReadonlyMap<string, Unit>,
  cells: ReadonlyMap<string, Cell>,
  links: readonly ServiceLink[],
): ReadonlyMap<string, Box> {
  const [left, top] = [starts('x', units, cells, links), starts('y', units, cells, links)];
  const boxes = new Map<string, Box>();
  for (const { id, boxes: own } of units.values()) {
    const [dx, dy] = [left.get(id) ?? 0, top.get(id) ?? 0];
    for (const [member, box] of own) boxes.set(member, { ...box, x: box.x + dx, y: box.y + dy });
  }
  return boxes;
}

/** Where each unit begins along an axis, the first one at 0, px. */
function starts(
  axis: Axis,
  units: ReadonlyMap<string, Unit>,
  cells: ReadonlyMap<string, Cell>,
  links: readonly ServiceLink[],
): ReadonlyMap<string, number> {
  const bands: string[][] = [];
  for (const [id, cell] of cells) {
    const band = bands[cell[axis]] ?? [];
    band.push(id);
    bands[cell[axis]] = band;
  }
  const across = axis === 'x' ? 'y' : 'x';
  const straight = links.filter(
    ({ from, to, step }) => step[axis] === 0 && step[across] !== 0 && cells.get(from)?.[axis] === cells.get(to)?.[axis],
  );
  const lines = byEnd(straight);
  const gapBefore = gapsBefore(axis, cells, links);
  const found = new Map<string, number>();
  let at = 0;
  bands.forEach((band, number) => {
    if (number > 0) at += gapBefore(number);
    const offsets = inLine(band, axis, units, lines);
    for (const [id, offset] of offsets) found.set(id, at + offset);
    at = Math.max(at, ...band.map((id) => (found.get(id) ?? 0) + (units.get(id)?.[sizeOn[axis]] ?? 0)));
  });
  return found;
}

/** Room before each band: more where words stand on edges that cross it. */
function gapsBefore(axis: Axis, cells: ReadonlyMap<string, Cell>, links: readonly ServiceLink[]): (number: number) => number {
  const gaps = new Map<number, number>();
  for (const { from, to, label } of links) {
    const [start, end] = [cells.get(from)?.[axis] ?? 0, cells.get(to)?.[axis] ?? 0];
    const after = Math.max(start, end);
    if (label && Math.abs(start - end) === 1) gaps.set(after, Math.max(gaps.get(after) ?? 0, label[sizeOn[axis]] + 48));
  }
  return (number) => Math.max(gap[axis], gaps.get(number) ?? 0);
}

/** Links by each of their ends. */
function byEnd(links: readonly ServiceLink[]): ReadonlyMap<string, readonly ServiceLink[]> {
  const found = new Map<string, ServiceLink[]>();
  for (const link of links) {
    for (const end of [link.from, link.to]) {
      const known = found.get(end);
      if (known) known.push(link);
      else found.set(end, [link]);
    }
  }
  return found;
}

/** Offsets in a band: services that edges join stand in line, all else in the middle. */
function inLine(
  band: readonly string[],
  axis: Axis,
  units: ReadonlyMap<string, Unit>,
  straight: ReadonlyMap<string, readonly ServiceLink[]>,
): ReadonlyMap<string, number> {
  const size = (id: string) => units.get(id)?.[sizeOn[axis]] ?? 0;
  const middle = (unit: string, member: string) => {
    const box = units.get(unit)?.boxes.get(member);
    return box ? box[axis] + box[sizeOn[axis]] / 2 : size(unit) / 2;
  };
  const lines: (readonly [string, number])[][] = [];
  const seen = new Set<string>();
  for (const first of band) {
    if (seen.has(first)) continue;
    seen.add(first);
    const line: (readonly [string, number])[] = [[first, 0]];
    for (const [id, offset] of line) {
      for (const { from, to, ends } of straight.get(id) ?? []) {
        const [own, other] = from === id ? [ends[0], ends[1]] : [ends[1], ends[0]];
        const next = from === id ? to : from;
        if (seen.has(next)) continue;
        seen.add(next);
        line.push([next, offset + middle(id, own) - middle(next, other)]);
      }
    }
    lines.push(line);
  }
  const extents = lines.map((line) => {
    const low = Math.min(...line.map(([, offset]) => offset));
    return { low, size: Math.max(...line.map(([id, offset]) => offset + size(id))) - low };
  });
  const widest = Math.max(0, ...extents.map((extent) => extent.size));
  return new Map(
    lines.flatMap((line, at) => {
      const { low, size: own } = extents[at] ?? { low: 0, size: 0 };
      return line.map(([id, offset]) => [id, Math.round(offset - low + (widest - own) / 2)] as const);
    }),
  );
}
