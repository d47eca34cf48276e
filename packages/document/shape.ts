import type { FontFamily } from '@autograph/geometry';

/** `sh_…` for drawn shapes; `<block id>/<node id>` for shapes derived from a code block. */
export type ShapeId = string;
/** `bl_…` */
export type BlockId = string;

/** The palette's names follow the theme (dark and light differ); `#rrggbb` does not. */
export const paletteColors = ['black', 'grey', 'red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
export type PaletteColor = (typeof paletteColors)[number];
export type Color = PaletteColor | `#${string}`;

/** What an end of an arrow may bear. */
export const arrowHeads = [
  'none',
  'arrow',
  'triangle',
  'triangle_open',
  'circle',
  'circle_open',
  'circle_plus',
  'diamond',
  'diamond_open',
  'bar',
  'cross',
  'one',
  'only_one',
  'zero_or_one',
  'many',
  'one_or_many',
  'zero_or_many',
] as const;
export type ArrowHead = (typeof arrowHeads)[number];

/** One end of an arrow or line: bound to a shape, or a free point in the parent's coordinates. */
export interface Terminal {
  readonly shape_id?: ShapeId;
  /** Where on the bound shape's box the end aims, 0..1 in both axes; the centre when absent. */
  readonly anchor?: { readonly x: number; readonly y: number };
  /** px, parent's coordinates; used when unbound. */
  readonly x?: number;
  readonly y?: number;
}

export type Route = 'straight' | 'curved' | 'orthogonal';

/** A stretch of a shape's text that looks different; stretches are in order and do not overlap. */
export interface TextSpan {
  /** UTF-16 units of the text: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  /** http(s) or mailto address. */
  readonly link?: string;
}

/** Offset and blur in px. */
export interface Shadow {
  readonly x: number;
  readonly y: number;
  readonly blur: number;
  readonly color: Color;
}

/** Where a shape that comes from code has its source. */
export interface Origin {
  readonly block_id: BlockId;
  /** Stable across edits of the text: the identifier that the language gives the thing. */
  readonly node_id: string;
}

/**
 * A shape as stored, sent and drawn: flat, immutable, JSON. A shape kind reads the properties it declares in its schema
 * and may add its own. Wire names, because this record is the wire form.
 */
export interface Shape {
  readonly id: ShapeId;
  /** The id of a folder in `packages/shapes`. */
  readonly type: string;
  /** Top-left corner of the unrotated box, px, in the parent's coordinates (the page's when `parent_id` is null). */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Degrees clockwise about the box's centre. Containers (frame, group, block) never rotate. */
  readonly rotation: number;
  readonly parent_id: ShapeId | null;
  /** Fractional index: siblings paint in its string order, ties by id. */
  readonly index: string;
  readonly name?: string;
  readonly locked?: boolean;
  readonly hidden?: boolean;
  /** 0..1 */
  readonly opacity?: number;

  readonly text?: string;
  readonly font?: FontFamily;
  /** px, 8..72 */
  readonly font_size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** What differs from the style of the whole text. */
  readonly text_spans?: readonly TextSpan[];
  readonly text_align?: 'left' | 'center' | 'right' | 'justify';
  readonly text_valign?: 'top' | 'middle' | 'bottom';
  readonly text_color?: Color;

  readonly stroke?: Color | 'none';
  /** px */
  readonly stroke_width?: number;
  readonly stroke_style?: 'solid' | 'dashed' | 'dotted';
  /** Space between dashes or dots, px; by the stroke's width when absent. */
  readonly dash_gap?: number;
  readonly fill?: Color | 'none';
  readonly fill_style?: 'solid' | 'soft' | 'hatch' | 'none';
  /** Lines as of a quick hand, where they are not clean. */
  readonly look?: 'hand_drawn';
  /** Corner radius, px. */
  readonly radius?: number;
  readonly shadow?: Shadow;
  /** A container that is folded to its title; its children are kept and not shown. */
  readonly collapsed?: boolean;

  readonly start?: Terminal;
  readonly end?: Terminal;
  readonly start_head?: ArrowHead;
  readonly end_head?: ArrowHead;
  readonly route?: Route;
  /** The route goes around all other shapes too, not only the two it joins. */
  readonly avoid?: boolean;
  /** Where along the line its text sits, 0 at the start, 1 at the end; the middle when absent. */
  readonly label_position?: number;
  /** Way points between the ends (arrow, line) or the drawn track (pen: x, y, pressure 0..1), parent's coordinates for arrow and line, own for pen, px. */
  readonly points?: readonly (readonly number[])[];

  readonly origin?: Origin;
}

/** The properties of a shape that an edit may set; `null` removes an optional property. */
export type ShapeChange = { readonly [K in keyof Shape]?: Shape[K] | null } & { readonly [extra: string]: unknown };
