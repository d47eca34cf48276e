import { type Color, type PaletteColor, paletteColors, type Shape, type ShapeChange } from '@autograph/document';
import { cssColor } from '../css-color.ts';

const others: Readonly<Record<string, PaletteColor>> = { gray: 'grey', violet: 'purple', lightblue: 'blue', lightgreen: 'green' };

/** The colour that a text means: one of the palette, which follows the theme, or an exact one. */
export function colourOf(value: string): Color | undefined {
  const word = value.trim().toLowerCase();
  return paletteColors.find((name) => name === word) ?? others[word] ?? cssColor(word);
}

type Look = Pick<Shape, 'stroke' | 'fill' | 'fill_style' | 'font' | 'shadow'>;

const fillStyles: Readonly<Record<string, 'soft' | 'solid' | 'none'>> = { pastel: 'soft', bold: 'solid', outline: 'none' };
const fonts: Readonly<Record<string, 'hand' | 'sans' | 'mono'>> = { rough: 'hand', clean: 'sans', mono: 'mono' };

/** Reads a property of a thing, or else the setting of the whole diagram. */
export type Said = (key: string) => string | undefined;

/** Colours, typeface and shadow as a node or group has them (https://docs.eraser.io/styling). */
export function lookOf(said: Said): Look {
  const colour = colourOf(said('color') ?? '');
  const font = fonts[said('typeface') ?? ''];
  const style = fillStyles[said('colorMode') ?? 'pastel'] ?? 'soft';
  return {
    ...(colour && { stroke: colour, fill: style === 'none' ? 'none' : colour, fill_style: style }),
    ...(font && { font }),
    ...(said('styleMode') === 'shadow' && { shadow: { x: 3, y: 4, blur: 0, color: colour ?? 'grey' } }),
  };
}

/** The properties that say what a change does to the colours; undefined when Eraser cannot say it. */
export function coloursOf(change: ShapeChange): ReadonlyMap<string, string | null> | undefined {
  const said = new Map<string, string | null>();
  const { fill, stroke, fill_style, font, ...rest } = change;
  const known = new Set(['text', 'start', 'end', 'start_head', 'end_head', 'stroke_style', 'outline', 'rows', 'parent_id', 'fill_style']);
  if (Object.keys(rest).some((key) => !known.has(key))) return undefined;
  const colour = typeof fill === 'string' && fill !== 'none' ? fill : stroke;
  if (typeof colour === 'string' && colour !== 'none') said.set('color', colour);
  if (fill === null || stroke === null) said.set('color', null);
  const mode = Object.entries(fillStyles).find(([, style]) => style === (fill === 'none' ? 'none' : fill_style))?.[0];
  if (mode !== undefined) said.set('colorMode', mode);
  else if (fill_style !== undefined && fill_style !== null) return undefined;
  const typeface = Object.entries(fonts).find(([, name]) => name === font)?.[0];
  if (typeface !== undefined) said.set('typeface', typeface);
  else if (font !== undefined && font !== null) return undefined;
  return said;
}
