import type { ShapeChange } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import { styleOfChange } from '../mermaid/style-change.ts';
import type { Range } from '../text-range.ts';
import { boxParts } from './box-parts.ts';

/** Whether a change says nothing but what something is filled with. */
export function onlyFills(change: ShapeChange): boolean {
  return Object.keys(change).every((key) => key === 'fill' || key === 'fill_style');
}

/** The patches that write another colour behind `box` or `rect`, before the title if there is one. */
export function recolour(source: string, { from, to }: Range, change: ShapeChange): readonly TextPatch[] {
  const color = colorSource(styleOfChange(change).get('fill'));
  if (color === undefined) return [];
  const text = source.slice(from, to);
  const { fill } = boxParts(text);
  const start = text.startsWith(fill) ? fill.length : 0;
  const join = start === 0 && text !== '' ? ' ' : '';
  const before = /\S$/.test(source.slice(0, from)) ? ' ' : '';
  return [{ from, to: from + start, insert: before + color + join }];
}

/** A colour without `#`, which begins a remark here. */
function colorSource(color: string | undefined): string | undefined {
  if (color === 'none') return 'transparent';
  const [, ...parts] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color ?? '') ?? [];
  return parts.length === 3 ? `rgb(${parts.map((part) => Number.parseInt(part, 16)).join(', ')})` : undefined;
}
