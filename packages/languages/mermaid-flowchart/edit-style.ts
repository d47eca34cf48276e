import type { Color, ShapeChange } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import { lightTheme } from '@autograph/render';
import type { FlowModel } from './model.ts';
import { allStatements } from './statements.ts';

/** What a change of a shape's look says in Mermaid's styles, by style name; undefined for a property that has no style. */
export function styleOfChange(change: ShapeChange): ReadonlyMap<string, string> {
  const styles = new Map<string, string>();
  const { fill, stroke, text_color, stroke_width, stroke_style, font_size, bold, italic, opacity, fill_style } = change;
  if (fill)
    styles.set('fill', fill === 'none' || fill.startsWith('#') ? fill : lightTheme.fill(fill, fill_style === 'solid' ? 'solid' : 'soft'));
  if (stroke) styles.set('stroke', stroke === 'none' ? 'none' : inked(stroke));
  if (text_color) styles.set('color', inked(text_color));
  if (typeof stroke_width === 'number') styles.set('stroke-width', `${stroke_width}px`);
  if (stroke_style) styles.set('stroke-dasharray', { solid: '0', dashed: '6 4', dotted: '2 3' }[stroke_style]);
  if (typeof font_size === 'number') styles.set('font-size', `${font_size}px`);
  if (typeof bold === 'boolean') styles.set('font-weight', bold ? 'bold' : 'normal');
  if (typeof italic === 'boolean') styles.set('font-style', italic ? 'italic' : 'normal');
  if (typeof opacity === 'number') styles.set('opacity', String(Math.round(opacity * 100) / 100));
  return styles;
}

function inked(color: Color): string {
  return lightTheme.stroke(color);
}

/** The properties that `styleOfChange` reads. */
export const styleKeys: ReadonlySet<string> = new Set([
  'fill',
  'fill_style',
  'stroke',
  'text_color',
  'stroke_width',
  'stroke_style',
  'font_size',
  'bold',
  'italic',
  'opacity',
]);

/** Sets styles of a node or subgraph: in its last `style` line, or in a new one at the end. */
export function restyleNode(id: string, styles: ReadonlyMap<string, string>, { syntax, source }: FlowModel): TextPatch {
  const line = allStatements(syntax.statements).findLast((statement) => statement.kind === 'style' && statement.id === id);
  if (line?.kind === 'style') return { ...line.stylesRange, insert: merged(line.styles, styles) };
  return newLine(source, `style ${id} ${merged([], styles)}`);
}

/** Sets styles of the edge with a number, which are all in one line: a later `linkStyle` replaces what earlier ones said. */
export function restyleEdge(number: number, styles: ReadonlyMap<string, string>, model: FlowModel): TextPatch {
  const line = allStatements(model.syntax.statements).findLast(
    (statement) => statement.kind === 'linkStyle' && statement.styles !== undefined && statement.targets.includes(number),
  );
  if (line?.kind === 'linkStyle' && line.targets.length === 1 && line.stylesRange) {
    return { ...line.stylesRange, insert: merged(line.styles ?? [], styles) };
  }
  return newLine(model.source, `linkStyle ${number} ${merged(model.edges[number]?.styles ?? [], styles)}`);
}

function merged(before: readonly string[], changes: ReadonlyMap<string, string>): string {
  const all = new Map(before.map((style) => [style.split(':')[0]?.trim() ?? '', style.trim()]));
  for (const [name, value] of changes) all.set(name, `${name}:${value}`);
  return [...all.values()].join(',');
}

/** A new line after the last one, indented alike. */
function newLine(source: string, text: string): TextPatch {
  const at = source.trimEnd().length;
  const last = source.slice(source.lastIndexOf('\n', at - 1) + 1, at);
  const indent = /^\s*(?:flowchart|graph)/.test(last) ? '    ' : (/^\s*/.exec(last)?.[0] ?? '');
  return { from: at, to: at, insert: `\n${indent}${text}` };
}
