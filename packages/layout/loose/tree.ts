import { axesOf } from '../axes.ts';
import type { LooseGraph, Placer } from './units.ts';

/** Between neighbours of a level, and between levels, px. */
const siblingGap = 36;
const levelGap = 64;

interface Branch {
  readonly unit: number;
  readonly children: readonly Branch[];
}

/** As a tree along the direction (Reingold and Tilford 1981): parents over the middle of their children, subtrees as near to each other as they fit. */
export const tree: Placer = (graph) => {
  const { fromFlow, toFlow } = axesOf(graph.direction);
  const sizes = graph.units.map(({ w, h }) => toFlow({ x: 0, y: 0, w, h }));
  const label = toFlow({ x: 0, y: 0, ...graph.label });
  const roots = branches(graph);
  const levels: number[] = [];
  const measure = (branch: Branch, depth: number) => {
    levels[depth] = Math.max(levels[depth] ?? 0, sizes[branch.unit]?.h ?? 0);
    for (const child of branch.children) measure(child, depth + 1);
  };
  for (const root of roots) measure(root, 0);
  const tops: number[] = [];
  for (const [depth, height] of levels.entries())
    tops[depth + 1] = (tops[depth] ?? 0) + height + levelGap + (label.h > 0 ? label.h + 20 : 0);
  const across = graph.units.map(() => 0);
  const depths = graph.units.map(() => 0);
  spread(roots, 0, sizes, across, depths);
  return graph.units.map((_, unit) => {
    const depth = depths[unit] ?? 0;
    const at = fromFlow({ x: Math.round(across[unit] ?? 0), y: Math.round((tops[depth] ?? 0) + (levels[depth] ?? 0) / 2), w: 0, h: 0 });
    return { x: at.x, y: at.y };
  });
};

/** A tree for each unit that nothing leads to, or that only circles lead to: each unit hangs on the first that leads to it. */
function branches({ units, links }: LooseGraph): Branch[] {
  const next = units.map((): number[] => []);
  const entered = new Set<number>();
  for (const [from, to] of links) {
    if (from === to) continue;
    next[from]?.push(to);
    entered.add(to);
  }
  const parents = new Map<number, number>();
  const children = units.map((): number[] => []);
  const seen = new Set<number>();
  const roots: number[] = [];
  const order = [...units.keys()].sort((a, b) => Number(entered.has(a)) - Number(entered.has(b)) || a - b);
  for (const root of order) {
    if (seen.has(root)) continue;
    seen.add(root);
    roots.push(root);
    const open = [root];
    for (let unit = open.shift(); unit !== undefined; unit = open.shift()) {
      for (const child of next[unit] ?? []) {
        if (seen.has(child)) continue;
        seen.add(child);
        parents.set(child, unit);
        children[unit]?.push(child);
        open.push(child);
      }
    }
  }
  const branch = (unit: number): Branch => ({ unit, children: (children[unit] ?? []).map(branch) });
  return roots.map(branch);
}

/** What a row of subtrees takes up, level by level, from the left one's middle on. */
interface Outline {
  readonly low: number[];
  readonly high: number[];
}

/** Sets subtrees side by side; their middles are about 0. */
function spread(
  row: readonly Branch[],
  depth: number,
  sizes: readonly { readonly w: number }[],
  across: number[],
  depths: number[],
): Outline {
  const whole: Outline = { low: [], high: [] };
  const outlines = row.map((branch) => {
    const width = sizes[branch.unit]?.w ?? 0;
    const below = spread(branch.children, depth + 1, sizes, across, depths);
    depths[branch.unit] = depth;
    across[branch.unit] = 0;
    return { low: [-width / 2, ...below.low], high: [width / 2, ...below.high] };
  });
  const shifts: number[] = [];
  for (const { low, high } of outlines) {
    const shift = Math.max(
      shifts.length === 0 ? 0 : Number.NEGATIVE_INFINITY,
      ...low.map((left, level) => (whole.high[level] ?? Number.NEGATIVE_INFINITY) + siblingGap - left),
    );
    const by = Number.isFinite(shift) ? shift : 0;
    shifts.push(by);
    for (const [level, left] of low.entries()) {
      whole.low[level] = Math.min(whole.low[level] ?? Number.POSITIVE_INFINITY, left + by);
      whole.high[level] = Math.max(whole.high[level] ?? Number.NEGATIVE_INFINITY, (high[level] ?? 0) + by);
    }
  }
  const middle = ((shifts[0] ?? 0) + (shifts.at(-1) ?? 0)) / 2;
  for (const [i, branch] of row.entries()) move(branch, (shifts[i] ?? 0) - middle, across);
  return { low: whole.low.map((value) => value - middle), high: whole.high.map((value) => value - middle) };
}

function move({ unit, children }: Branch, by: number, across: number[]): void {
  across[unit] = (across[unit] ?? 0) + by;
  for (const child of children) move(child, by, across);
}
