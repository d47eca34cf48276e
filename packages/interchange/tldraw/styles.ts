import type { ArrowHead, Color } from '@autograph/document';
import type { FontFamily } from '@autograph/geometry';

const colors: Readonly<Record<string, Color>> = {
  black: 'black',
  grey: 'grey',
  violet: 'purple',
  'light-violet': 'purple',
  blue: 'blue',
  'light-blue': 'blue',
  yellow: 'yellow',
  orange: 'orange',
  green: 'green',
  'light-green': 'green',
  red: 'red',
  'light-red': 'red',
  white: '#ffffff',
};

export const readColor = (name: string | undefined): Color => colors[name ?? ''] ?? 'black';

/** tldraw's sizes: width of lines, and of letters in shapes and in texts, px. */
const sizes = { s: [2, 18, 18], m: [3.5, 22, 24], l: [5, 26, 36], xl: [10, 32, 44] } as const;

function sizeOf(name: string | undefined): readonly [number, number, number] {
  return name === 's' || name === 'l' || name === 'xl' ? sizes[name] : sizes.m;
}

export const readStrokeWidth = (size: string | undefined, scale = 1) => sizeOf(size)[0] * scale;

/** px, within what a shape may have. */
export function readFontSize(size: string | undefined, kind: 'label' | 'text', scale = 1): number {
  const [, label, text] = sizeOf(size);
  return Math.min(72, Math.max(8, (kind === 'text' ? text : label) * scale));
}

export function readFont(name: string | undefined): FontFamily {
  if (name === 'sans' || name === 'serif' || name === 'mono') return name;
  return 'hand';
}

export function readDash(name: string | undefined): { stroke_style?: 'dashed' | 'dotted'; look?: 'hand_drawn' } {
  if (name === 'dashed' || name === 'dotted') return { stroke_style: name };
  return name === 'draw' ? { look: 'hand_drawn' } : {};
}

export function readAlign(name: string | undefined): 'left' | 'center' | 'right' | undefined {
  if (name === undefined) return undefined;
  if (name.startsWith('start')) return 'left';
  return name.startsWith('end') ? 'right' : 'center';
}

export function readValign(name: string | undefined): 'top' | 'middle' | 'bottom' | undefined {
  if (name === 'start') return 'top';
  if (name === 'end') return 'bottom';
  return name === undefined ? undefined : 'middle';
}

const heads: Readonly<Record<string, ArrowHead>> = {
  none: 'none',
  arrow: 'arrow',
  triangle: 'triangle',
  inverted: 'triangle_open',
  square: 'diamond',
  diamond: 'diamond',
  dot: 'circle',
  pipe: 'bar',
  bar: 'bar',
};

export const readHead = (name: string | undefined): ArrowHead => heads[name ?? 'none'] ?? 'arrow';

/** Kinds and outlines that stand for tldraw's geometric forms; others are rectangles. */
export const geoKinds: Readonly<Record<string, { readonly type: string; readonly outline?: string }>> = {
  ellipse: { type: 'ellipse' },
  oval: { type: 'ellipse' },
  diamond: { type: 'diamond' },
  rhombus: { type: 'node', outline: 'lean-r' },
  'rhombus-2': { type: 'node', outline: 'lean-l' },
  trapezoid: { type: 'node', outline: 'trap-b' },
  triangle: { type: 'node', outline: 'tri' },
  hexagon: { type: 'node', outline: 'hex' },
  cloud: { type: 'node', outline: 'cloud' },
  star: { type: 'node', outline: 'bang' },
};
