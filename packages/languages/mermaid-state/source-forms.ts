import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { lineSource, quotedSource, unclaimed } from '../mermaid/label.ts';
import { indentAt } from '../mermaid/lines.ts';
import { parseState } from './parse.ts';

/** Whether a text can stand for a state wherever one is named. */
export function isBareName(name: string): boolean {
  // Names with these ends are given to starts and ends.
  if (!/^[^\s:{}"#%;,<>[\]-]+$/.test(name) || /_(?:start|end)$/.test(name)) return false;
  const read = parseState(`stateDiagram-v2\n${name} --> ${name}\nstate b {\n${name} --> ${name}\n}\nstate ${name} {\n}`);
  return read.ok && read.model.states.length === 2 && read.model.states[0]?.id === name;
}

/** Whether a name is one word, as `style`, `class` and `classDef` lines take it. */
export function isPlainName(name: string): boolean {
  return /^\w+$/.test(name);
}

/** What may stand after the colon of a state or transition. */
export function described(text: string): string {
  return unclaimed(lineSource(text));
}

/** What may stand between quotes. */
export function quoted(text: string): string {
  return unclaimed(quotedSource(text)).replace(/\[\[(?=fork|join|choice)/gi, '#91;[');
}

/** A statement on a line of its own before another one, indented like it. */
export function lineBefore(source: string, { from }: Range, text: string): TextPatch {
  return { from, to: from, insert: `${text}\n${indentAt(source, from)}` };
}

/** A statement on a line of its own after another one, indented like it. */
export function lineAfter(source: string, { from, to }: Range, text: string): TextPatch {
  return { from: to, to, insert: `\n${indentAt(source, from)}${text}` };
}

/** Whether nothing follows on the same line. */
export function endsLine(source: string, at: number): boolean {
  return /^[^\S\n]*(?:\n|$)/.test(source.slice(at));
}
