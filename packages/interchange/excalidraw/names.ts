import type { ArrowHead, Shape } from '@autograph/document';
import type { FontFamily } from '@autograph/geometry';

/** Excalidraw's arrow heads beside ours; where several of theirs are one of ours, the first is written. */
const heads: readonly (readonly [string, ArrowHead])[] = [
  ['arrow', 'arrow'],
  ['bar', 'bar'],
  ['circle', 'circle'],
  ['dot', 'circle'],
  ['circle_outline', 'circle_open'],
  ['triangle', 'triangle'],
  ['triangle_outline', 'triangle_open'],
  ['diamond', 'diamond'],
  ['diamond_outline', 'diamond_open'],
  ['crowfoot_one', 'one'],
  ['cardinality_one', 'one'],
  ['crowfoot_many', 'many'],
  ['cardinality_many', 'many'],
  ['crowfoot_one_or_many', 'one_or_many'],
  ['cardinality_one_or_many', 'one_or_many'],
  ['cardinality_exactly_one', 'only_one'],
  ['cardinality_zero_or_one', 'zero_or_one'],
  ['cardinality_zero_or_many', 'zero_or_many'],
];

export function readHead(name: string | null | undefined): ArrowHead {
  if (!name) return 'none';
  return heads.find(([theirs]) => theirs === name)?.[1] ?? 'arrow';
}

export function writeHead(head: ArrowHead | undefined): string | null {
  if (head === undefined || head === 'none') return null;
  return heads.find(([, ours]) => ours === head)?.[0] ?? (head === 'cross' ? 'bar' : 'arrow');
}

/** Excalidraw's fonts by number (1 Virgil, 2 Helvetica, 3 Cascadia, 5 Excalifont, 6 Nunito, 7 Lilita One, 8 Comic Shanns, 9 Liberation Sans). */
export function readFont(family: number): FontFamily {
  if (family === 1 || family === 5) return 'hand';
  return family === 3 || family === 8 ? 'mono' : 'sans';
}

export function writeFont(font: FontFamily | undefined): number {
  if (font === 'hand') return 5;
  return font === 'mono' ? 8 : 6;
}

/** Excalidraw's "artist", or its "architect" for clean lines. */
export const writeLook = (look: Shape['look']) => (look === 'hand_drawn' ? 1 : 0);
