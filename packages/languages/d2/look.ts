import type { ArrowHead, Shape } from '@autograph/document';
import type { NodeLook } from '../chart/chart.ts';
import type { Connector } from '../connector.ts';
import { lookOf } from '../mermaid/css-style.ts';
import { outlineTone } from '../outline-tone.ts';
import { iconOf } from './icon.ts';
import type { Link, Properties, Row, Thing } from './model.ts';
import { outlineOf } from './vocabulary.ts';

/** D2's style names by the CSS that says the same. */
export const cssNames: Readonly<Record<string, string>> = {
  fill: 'fill',
  stroke: 'stroke',
  'stroke-width': 'stroke-width',
  'stroke-dash': 'stroke-dasharray',
  'font-color': 'color',
  'font-size': 'font-size',
  opacity: 'opacity',
  'border-radius': 'border-radius',
};

function styleOf(said: Properties): Omit<Partial<Shape>, 'type' | 'text'> {
  const declared = Object.entries(cssNames).flatMap(([name, css]) => {
    const value = said.get(`style.${name}`)?.value;
    return value === undefined ? [] : [`${css}:${value}`];
  });
  const flag = (name: 'bold' | 'italic' | 'underline') => {
    const value = said.get(`style.${name}`)?.value;
    return value === undefined ? {} : { [name]: value === 'true' };
  };
  return { ...lookOf(declared), ...flag('bold'), ...flag('italic'), ...flag('underline') };
}

/** The signs that make a heading of a text's first line. */
export function headingOf(said: Properties): string {
  const label = said.get('label');
  return label?.tag === 'md' ? (/^#{1,6}[^\S\n]+/.exec(label.value)?.[0] ?? '') : '';
}

export function labelOf({ key, said }: Thing): string {
  return said.get('label')?.value ?? key;
}

const keyNames: Readonly<Record<string, string>> = { primary_key: 'PK', foreign_key: 'FK', unique: 'UK' };

export function constraintsOf({ said }: Thing): readonly string[] {
  const found = said.get('constraint');
  return found?.list ?? (found ? [found.value] : []);
}

/** What a thing's statements make of its shape: everything but where it is. */
export function nodeLook(thing: Thing, rows: readonly Row[] | undefined): NodeLook {
  const { said } = thing;
  const heading = headingOf(said);
  const text = labelOf(thing).slice(heading.length);
  const style = styleOf(said);
  const shape = said.get('shape')?.value.toLowerCase() ?? 'rectangle';
  if (shape === 'sql_table') {
    const columns = (rows ?? []).map((row) => ({
      name: row.name,
      type: row.type,
      keys: constraintsOf(row.thing).flatMap((name) => keyNames[name] ?? []),
      comment: constraintsOf(row.thing)
        .filter((name) => !keyNames[name])
        .join(', '),
    }));
    return { type: 'entity', text, rows: columns, ...style };
  }
  if (shape === 'class') {
    const members = (rows ?? []).map(({ name, type }) => ({ isMethod: name.includes('('), text: type === '' ? name : `${name}: ${type}` }));
    const of = (wanted: boolean) => members.filter(({ isMethod }) => isMethod === wanted).map(({ text: line }) => ({ text: line }));
    return { type: 'class-box', text, stereotypes: [], attributes: of(false), methods: of(true), ...style };
  }
  const icon = iconOf(said.get('icon')?.value);
  const outline = outlineFor(shape, said);
  const { tag } = said.get('label') ?? {};
  return {
    type: 'node',
    text,
    ...(tag === 'md' && { markdown: true }),
    ...(heading !== '' && { bold: true }),
    ...(tag !== undefined && tag !== 'md' && { font: 'mono' as const }),
    ...(icon === undefined ? { outline } : { icon }),
    ...outlineTone(outline),
    ...style,
  };
}

function outlineFor(shape: string, said: Properties): string {
  const is = (name: string) => said.get(`style.${name}`)?.value === 'true';
  if (said.get('label')?.tag !== undefined && !said.has('shape')) return 'text';
  const outline = outlineOf(shape);
  if (outline === 'circle' && is('double-border')) return 'dbl-circ';
  return outline === 'rect' && is('multiple') ? 'st-rect' : outline;
}

export function groupLook(thing: Thing) {
  const icon = iconOf(thing.said.get('icon')?.value);
  return { text: labelOf(thing).slice(headingOf(thing.said).length), ...(icon !== undefined && { icon }), ...styleOf(thing.said) };
}

const heads: Readonly<Record<string, readonly [open: ArrowHead, filled: ArrowHead]>> = {
  none: ['none', 'none'],
  arrow: ['arrow', 'arrow'],
  triangle: ['triangle_open', 'triangle'],
  diamond: ['diamond_open', 'diamond'],
  circle: ['circle_open', 'circle'],
  box: ['bar', 'bar'],
  cross: ['cross', 'cross'],
  'cf-one': ['zero_or_one', 'zero_or_one'],
  'cf-one-required': ['only_one', 'only_one'],
  'cf-many': ['zero_or_many', 'zero_or_many'],
  'cf-many-required': ['one_or_many', 'one_or_many'],
};

/** The shape that is written for a mark, and whether it is filled. */
export function headName(head: string): { readonly shape: string; readonly filled: boolean } | undefined {
  const shape = Object.keys(heads).find((name) => heads[name]?.some((one) => one === head));
  return shape === undefined ? undefined : { shape, filled: heads[shape]?.[1] === head && heads[shape]?.[0] !== head };
}

function headOf(said: Properties, which: 'source-arrowhead' | 'target-arrowhead', points: boolean): ArrowHead {
  if (!points) return 'none';
  const shape = said.get(`${which}.shape`)?.value ?? 'triangle';
  const filled = said.get(`${which}.style.filled`)?.value ?? (shape === 'triangle' ? 'true' : 'false');
  return (heads[shape] ?? heads.triangle)?.[filled === 'true' ? 1 : 0] ?? 'triangle';
}

/** Arrows that only point back are drawn from what is behind them, as they lead. */
export function isTurned({ back, on }: Pick<Link, 'back' | 'on'>): boolean {
  return back && !on;
}

export function linkLook(link: Link): Partial<Connector> {
  const { said } = link;
  const { fill: _, fill_style: __, radius: ___, ...style } = styleOf(said);
  const text = said.get('label')?.value ?? '';
  const heads = [headOf(said, 'source-arrowhead', link.back), headOf(said, 'target-arrowhead', link.on)] as const;
  const labels = [
    said.get('source-arrowhead')?.value ?? said.get('source-arrowhead.label')?.value,
    said.get('target-arrowhead')?.value ?? said.get('target-arrowhead.label')?.value,
  ];
  const [start, end] = isTurned(link) ? [1, 0] : [0, 1];
  return {
    ...(text !== '' && { text }),
    start_head: heads[start === 1 ? 1 : 0],
    end_head: heads[end === 1 ? 1 : 0],
    ...(labels[start] !== undefined && { start_label: labels[start] }),
    ...(labels[end] !== undefined && { end_label: labels[end] }),
    ...(said.get('style.animated')?.value === 'true' && { stroke_style: 'dashed' as const }),
    ...style,
  };
}
