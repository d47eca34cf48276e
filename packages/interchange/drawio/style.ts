import type { ArrowHead, Color } from '@autograph/document';
import type { FontFamily } from '@autograph/geometry';
import { readColor, readInk } from '../color.ts';
import type { Sketch } from '../sketchpad.ts';

/** A cell's style: `name;key=value;…`, names without a value are true. */
export type Style = ReadonlyMap<string, string>;

export function readStyle(text: string): Style {
  return new Map(
    text
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => {
        const at = part.indexOf('=');
        return at < 0 ? ([part, '1'] as const) : ([part.slice(0, at), part.slice(at + 1)] as const);
      }),
  );
}

export function numberOf(style: Style, key: string): number | undefined {
  const value = Number.parseFloat(style.get(key) ?? '');
  return Number.isFinite(value) ? value : undefined;
}

export const isOn = (style: Style, key: string) => style.get(key) === '1';

/** `light-dark(a, b)` stands for a colour of each theme: the first is taken. */
const plain = (text: string | undefined) => /^light-dark\(\s*([^,]+(?:\([^)]*\))?)\s*,/.exec(text ?? '')?.[1] ?? text;

function paintOf(style: Style, key: string): Color | 'none' | undefined {
  return readColor(plain(style.get(key)));
}

/** Lines and fill of a cell; draw.io draws black on white when a style does not say. */
export function lookOf(style: Style): Partial<Sketch> {
  const opacity = numberOf(style, 'opacity');
  const fill = paintOf(style, 'fillColor') ?? '#ffffff';
  return {
    ...lineOf(style),
    fill,
    fill_style: fill === 'none' ? 'none' : style.get('fillStyle') === 'hatch' ? 'hatch' : 'solid',
    ...(opacity !== undefined && opacity < 100 && { opacity: Math.max(0, opacity) / 100 }),
    ...(isOn(style, 'shadow') && { shadow: { x: 2, y: 3, blur: 4, color: '#808080' } }),
  };
}

export function lineOf(style: Style): Partial<Sketch> {
  const pattern = style.get('dashPattern')?.split(/\s+/).map(Number);
  const dotted = pattern !== undefined && (pattern[0] ?? 8) <= 2;
  return {
    stroke: paintOf(style, 'strokeColor') ?? 'black',
    stroke_width: Math.min(100, Math.max(0, numberOf(style, 'strokeWidth') ?? 1)),
    ...(isOn(style, 'dashed') && { stroke_style: dotted ? 'dotted' : 'dashed' }),
  };
}

export function lettersOf(style: Style): Partial<Sketch> {
  const bits = numberOf(style, 'fontStyle') ?? 0;
  const align = style.get('align');
  const valign = style.get('verticalAlign');
  const color = readInk(plain(style.get('fontColor')));
  return {
    font: fontOf(style.get('fontFamily')),
    font_size: Math.min(72, Math.max(8, numberOf(style, 'fontSize') ?? 12)),
    ...(bits & 1 && { bold: true }),
    ...(bits & 2 && { italic: true }),
    ...(bits & 4 && { underline: true }),
    ...(bits & 8 && { strike: true }),
    ...(color && { text_color: color }),
    ...((align === 'left' || align === 'right') && { text_align: align }),
    ...((valign === 'top' || valign === 'bottom') && { text_valign: valign }),
  };
}

function fontOf(name = ''): FontFamily {
  if (/courier|mono|consol/i.test(name)) return 'mono';
  if (/comic|architects|hand/i.test(name)) return 'hand';
  return /times|georgia|garamond|(^|[^-])\bserif/i.test(name) && !/sans/i.test(name) ? 'serif' : 'sans';
}

const heads: Readonly<Record<string, ArrowHead>> = {
  none: 'none',
  classic: 'triangle',
  classicThin: 'triangle',
  block: 'triangle',
  blockThin: 'triangle',
  open: 'arrow',
  openThin: 'arrow',
  openAsync: 'arrow',
  async: 'arrow',
  oval: 'circle',
  circle: 'circle',
  diamond: 'diamond',
  diamondThin: 'diamond',
  cross: 'cross',
  dash: 'bar',
  ERone: 'one',
  ERmandOne: 'only_one',
  ERmany: 'many',
  ERoneToMany: 'one_or_many',
  ERzeroToMany: 'zero_or_many',
  ERzeroToOne: 'zero_or_one',
};

/** The head at an end of an edge: unfilled heads have an open form. */
export function headOf(style: Style, end: 'start' | 'end'): ArrowHead {
  const head = heads[style.get(`${end}Arrow`) ?? (end === 'end' ? 'classic' : 'none')] ?? 'arrow';
  if (style.get(`${end}Fill`) !== '0') return head;
  if (head === 'triangle' || head === 'circle' || head === 'diamond') return `${head}_open`;
  return head;
}

/** Kinds and outlines that stand for draw.io's shapes; others are rectangles. */
const kinds: Readonly<Record<string, { readonly type: string; readonly outline?: string }>> = {
  ellipse: { type: 'ellipse' },
  doubleEllipse: { type: 'ellipse' },
  rhombus: { type: 'diamond' },
  cylinder: { type: 'node', outline: 'cyl' },
  cylinder2: { type: 'node', outline: 'cyl' },
  cylinder3: { type: 'node', outline: 'cyl' },
  datastore: { type: 'node', outline: 'cyl' },
  'mxgraph.flowchart.database': { type: 'node', outline: 'cyl' },
  hexagon: { type: 'node', outline: 'hex' },
  triangle: { type: 'node', outline: 'tri' },
  cloud: { type: 'node', outline: 'cloud' },
  document: { type: 'node', outline: 'doc' },
  parallelogram: { type: 'node', outline: 'lean-r' },
  trapezoid: { type: 'node', outline: 'trap-b' },
  process: { type: 'node', outline: 'fr-rect' },
  note: { type: 'node', outline: 'note' },
  note2: { type: 'node', outline: 'note' },
  folder: { type: 'node', outline: 'folder' },
  card: { type: 'node', outline: 'notch-rect' },
  actor: { type: 'node', outline: 'person' },
  umlActor: { type: 'node', outline: 'person' },
  delay: { type: 'node', outline: 'delay' },
};

export function kindOf(style: Style): { readonly type: string; readonly outline?: string } | undefined {
  const shape = style.get('shape');
  if (shape !== undefined) return kinds[shape];
  return Object.entries(kinds).find(([name]) => style.has(name))?.[1];
}
