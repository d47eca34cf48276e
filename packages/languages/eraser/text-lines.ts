import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { indentAt, lineEndOf, wholeLine } from '../mermaid/lines.ts';
import type { Group } from './syntax.ts';

/** A statement in a line of its own below the line in which another one ends, as far in as that; `indent` in front when given. */
export function lineBelow(source: string, after: Range, text: string, indent = indentAt(source, lineStart(source, after.from))): TextPatch {
  const next = source.indexOf('\n', after.to);
  const end = next < 0 ? source.length : next - (source.charAt(next - 1) === '\r' ? 1 : 0);
  return { from: end, to: end, insert: lineEndOf(source) + indent + text };
}

/** A statement below everything. */
export function lastLine(source: string, text: string): TextPatch {
  const end = source.trimEnd().length;
  return { from: end, to: end, insert: end === 0 ? text : lineEndOf(source) + text };
}

function lineStart(source: string, at: number): number {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  return start + (/^[^\S\n]*/.exec(source.slice(start, at))?.[0].length ?? 0);
}

/** The space before what stands in a group. */
export function indentIn(source: string, group: Group): string {
  const [first] = group.statements;
  const outer = indentAt(source, lineStart(source, group.from));
  const own = first && source.slice(group.body.from, first.from).includes('\n') ? indentAt(source, lineStart(source, first.from)) : '';
  return own.length > outer.length ? own : `${outer}${outer.startsWith('\t') || /\n\t/.test(source) ? '\t' : '  '}`;
}

/** A statement at the end of a group's body. */
export function lastIn(source: string, group: Group, text: string): TextPatch {
  const indent = indentIn(source, group);
  const end = lineEndOf(source);
  const inside = source.slice(group.body.from, group.body.to);
  const outer = indentAt(source, lineStart(source, group.from));
  if (!inside.includes('\n')) {
    const kept = inside.trim() === '' ? { from: group.body.from, to: group.body.to } : { from: group.body.to, to: group.body.to };
    return { ...kept, insert: `${end}${indent}${text}${end}${outer}` };
  }
  // Before the line of the brace, or before the brace where something stands before it in its line.
  const closing = source.lastIndexOf('\n', group.body.to - 1) + 1;
  const before = source.slice(closing, group.body.to);
  if (before.trim() === '') return { from: closing, to: closing, insert: `${indent}${text}${end}` };
  return { from: group.body.to, to: group.body.to, insert: `${end}${indent}${text}${end}${outer}` };
}

/** Takes one of several things that commas part out of a text. */
export function withoutItem(source: string, items: readonly Range[], item: Range): TextPatch {
  const at = items.indexOf(item);
  const [before, after] = [items[at - 1], items[at + 1]];
  if (before) return { from: before.to, to: item.to, insert: '' };
  return after ? { from: item.from, to: after.from, insert: '' } : wholeLine(source, item);
}

/** A patch without what it would write anew just as it was. */
export function leastPatch(source: string, { from, to, insert }: TextPatch): TextPatch {
  const old = source.slice(from, to);
  const most = Math.min(old.length, insert.length);
  let head = 0;
  while (head < most && old[head] === insert[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === insert.at(-1 - tail)) tail += 1;
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
}
