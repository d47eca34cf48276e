import { Problem, type Range } from '../mermaid/cursor.ts';
import type { Word } from './syntax.ts';

/** A place in a D2 text, and what can be read there. Fails with a `Problem`. */
export interface Reader {
  readonly source: string;
  at: number;
  /** In parentheses, where `)` ends a bare key. */
  grouped: boolean;
}

/** Passes space within the line, and line ends with a backslash before them. */
export function skipSpace(reader: Reader): void {
  reader.at += /(?:[^\S\n]|\\\r?\n)*/y.exec(reader.source.slice(reader.at))?.[0].length ?? 0;
}

export function peek({ source, at }: Reader, text: string): boolean {
  return source.startsWith(text, at);
}

/** Takes the text if it comes next. */
export function accept(reader: Reader, text: string): boolean {
  const found = peek(reader, text);
  if (found) reader.at += text.length;
  return found;
}

export function fail(reader: Reader, expected: string): never {
  const { source, at } = reader;
  const rest = source.slice(at).split('\n')[0]?.trim() ?? '';
  const found = at >= source.length ? 'the end of the text' : rest === '' ? 'the end of the line' : `"${rest.slice(0, 30)}"`;
  throw new Problem(`Expected ${expected}, but found ${found}.`, { from: at, to: Math.min(source.length, at + Math.max(1, rest.length)) });
}

/** A quoted, block or bare text; undefined when none begins here. */
export function readWord(reader: Reader, isKey: boolean): Word | undefined {
  if (peek(reader, '"')) return readDouble(reader);
  if (peek(reader, "'")) return readSingle(reader);
  if (peek(reader, '|')) return readBlock(reader);
  return readBare(reader, isKey);
}

function readDouble(reader: Reader): Word {
  const from = reader.at;
  const found = /^"((?:[^"\\\n]|\\[\s\S])*)"/.exec(reader.source.slice(from));
  if (!found) throw new Problem('Expected a closing " in the same line.', lineFrom(reader, from));
  reader.at += found[0].length;
  return { kind: 'word', text: unescaped(found[1] ?? ''), form: 'double', pattern: false, from, to: reader.at };
}

function readSingle(reader: Reader): Word {
  const from = reader.at;
  const found = /^'((?:[^'\n]|'')*)'/.exec(reader.source.slice(from));
  if (!found) throw new Problem("Expected a closing ' in the same line.", lineFrom(reader, from));
  reader.at += found[0].length;
  return { kind: 'word', text: (found[1] ?? '').replaceAll("''", "'"), form: 'single', pattern: false, from, to: reader.at };
}

/** `|md … |`, with more signs after the first bar where the text itself has bars. */
function readBlock(reader: Reader): Word {
  const from = reader.at;
  const rest = reader.source.slice(from);
  const [opening = '|', quote = '', tag = ''] = /^\|([^\s\p{L}\p{N}_]*)(\S*)[^\S\n]*\n?/u.exec(rest) ?? [];
  const end = rest.indexOf(`${quote}|`, opening.length);
  if (end < 0) throw new Problem(`Expected "${quote.slice(0, 10)}|" at the end of the text that begins here.`, lineFrom(reader, from));
  reader.at = from + end + quote.length + 1;
  const text = withoutIndent(rest.slice(opening.length, end));
  return { kind: 'word', text, form: 'block', tag: tag || 'md', pattern: false, from, to: reader.at };
}

function withoutIndent(text: string): string {
  const lines = text
    .replace(/\r/g, '')
    .replace(/\n[^\S\n]*$/, '')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const least = indents.reduce((a, b) => Math.min(a, b), indents[0] ?? 0);
  return lines
    .map((line) => line.slice(least))
    .join('\n')
    .trim();
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', '\n': '' };

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, sign: string) => escapes[sign] ?? sign);
}

/** What may stand in a bare key or text: all but what ends it. */
const bareKey = /(?:\\[\s\S]|-(?![->*])|[^\\\n;#{}[\]:.<>&-])+/y;
const groupedKey = /(?:\\[\s\S]|-(?![->*])|\)(?![^\S\n]*(?:[\n#{}[\]:.;]|$))|[^\\\n;#{}[\]:.<>&)-])+/y;
const bareText = /(?:\\[\s\S]|\$\{[^}\n]*\}|[^\\\n;#{}[\]])+/y;

function readBare(reader: Reader, isKey: boolean): Word | undefined {
  const from = reader.at;
  const pattern = isKey ? (reader.grouped ? groupedKey : bareKey) : bareText;
  pattern.lastIndex = from;
  const raw = pattern.exec(reader.source)?.[0].trimEnd() ?? '';
  if (raw === '') return undefined;
  reader.at = from + raw.length;
  const text = raw.replace(/\\\r?\n\s*/g, '').replace(/\\([\s\S])/g, (_, sign: string) => escapes[sign] ?? sign);
  return { kind: 'word', text, form: 'bare', pattern: isKey && /(?:^|[^\\])\*/.test(raw), from, to: reader.at };
}

function lineFrom({ source }: Reader, from: number): Range {
  const end = source.indexOf('\n', from);
  return { from, to: end < 0 ? source.length : end };
}
