import { type Path, type PathCommand, pathBounds } from '@autograph/geometry';
import rough from 'roughjs';
import type { DisplayList, DrawItem } from './display-list.ts';
import { pathData } from './svg-path.ts';

/** How far a hand strays from the true line at most, px. */
export const handDrawnReach = 6;

const generator = rough.generator();

/**
 * The same drawing with lines as of a quick hand: each drawn twice and never quite straight, broken ones once. Areas, texts and pictures
 * stay. Equal seeds (whole numbers from 1) give equal lines, so that nothing trembles when it is painted again.
 */
export function handDrawn(items: DisplayList, seed: number): DisplayList {
  return items.flatMap((item) => roughened(item, seed));
}

function roughened(item: DrawItem, seed: number): readonly DrawItem[] {
  if (item.kind === 'group') return [{ ...item, items: handDrawn(item.items, seed) }];
  if (item.kind !== 'path' || !item.stroke) return [item];
  const { stroke, ...area } = item;
  const line: DrawItem = { kind: 'path', path: roughPath(item.path, seed, stroke.dash !== undefined), stroke };
  return area.fill === undefined ? [line] : [area, line];
}

function roughPath(path: Path, seed: number, isBroken: boolean): Path {
  const { w, h } = pathBounds(path) ?? { w: 0, h: 0 };
  const { sets } = generator.path(pathData(path), {
    seed,
    roughness: 0.9,
    // Lines bow by a share of their length: long ones less, so that none leaves its place.
    bowing: Math.min(1, 500 / Math.max(w, h)),
    preserveVertices: false,
    disableMultiStroke: isBroken,
  });
  return sets.flatMap(({ type, ops }) => (type === 'path' ? ops.flatMap(({ op, data }) => command(op, data) ?? []) : []));
}

function command(op: string, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): [PathCommand] {
  if (op === 'move') return [['M', a, b]];
  if (op === 'bcurveTo') return [['C', a, b, c, d, e, f]];
  return [['L', a, b]];
}
