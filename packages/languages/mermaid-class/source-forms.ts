import { labelSource } from '../mermaid/label.ts';
import { tokenize } from './tokens.ts';

const nameParts: ReadonlySet<string> = new Set(['word', 'minus', 'letter', 'dot']);

/** Whether a text can stand for a class without backticks. */
export function isBareName(name: string): boolean {
  if (!/^[^\s.-](?:\S*[^\s.-])?$/.test(name) || name.includes('..')) return false;
  const tokens = tokenize(name);
  return tokens.slice(0, -2).every(({ kind }) => nameParts.has(kind)) && tokens.at(-2)?.kind === 'newline' && tokens.length > 2;
}

/** Whether a name is one word, as `style` and `cssClass` lines take it. */
export function isPlainName(name: string): boolean {
  return /^\w+$/.test(name) && isBareName(name);
}

/** How the text writes a name that it has already. */
export function nameSource(name: string): string {
  return isBareName(name) ? name : `\`${name}\``;
}

/** What may stand between quotes. */
export function quotedSource(text: string): string {
  return withoutTags(labelSource(text)).replace(/"/g, '#quot;');
}

/** What may stand after the colon of a relation or a member line. */
export function lineSource(text: string): string {
  return ` ${withoutTags(labelSource(text)).replace(/:/g, '#58;')}`;
}

/** Mermaid takes tags out of labels, but for line breaks. */
function withoutTags(source: string): string {
  return source.replace(/<(?!br\/>)/g, '#lt;').replace(/(?<!<br\/)>/g, '#gt;');
}

/** A new line after the last one, indented as most are. */
export function newLine(source: string, text: string) {
  const end = source.trimEnd().length;
  const at = end + (/^[^\S\r\n]*/.exec(source.slice(end))?.[0].length ?? 0);
  const indent = /\n([^\S\n]+)\S/.exec(source.slice(source.indexOf('classDiagram')))?.[1] ?? '    ';
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  return { from: at, to: at, insert: `${lineEnd}${indent}${text}` };
}
