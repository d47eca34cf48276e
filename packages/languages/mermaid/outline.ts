import { type Cursor, Problem, type Range } from './cursor.ts';
import type { OutlineToken, OutlineTokenKind } from './outline-tokens.ts';
import { asWritten } from './source.ts';

/** A piece of the text with where it stands. */
export interface Written extends Range {
  readonly text: string;
}

/** A node of an outline as its line says. */
export interface OutlineNode {
  /** Blanks before it. */
  readonly level: number;
  readonly id: Written;
  /** What stands in brackets; the id itself without them. */
  readonly label: Written;
  readonly brackets?: { readonly open: string; readonly close: string; readonly range: Range };
  /** The label stands in quotes, or between quotes and backticks. */
  readonly quoted: boolean;
  /** Of `@{ … }`, with its line ends. */
  readonly data?: Written;
  /** Without its indent. */
  readonly range: Range;
}

/** What reads an outline learns of it, in order. Methods give a sentence when something cannot be. */
export interface OutlineReader {
  node(node: OutlineNode): string | undefined;
  icon(icon: Written, range: Range): string | undefined;
  classes(names: Written, range: Range): string | undefined;
}

type Tokens = Cursor<OutlineTokenKind>;

/** Reads an outline (https://mermaid.js.org/syntax/mindmap.html) after the keyword that opens it. Throws a `Problem`. */
export function readOutline(cursor: Tokens, keyword: string, quiet: string, reader: OutlineReader): void {
  if (cursor.accept('blank_line')) while (cursor.accept('blank_line') || cursor.accept('newline'));
  cursor.expect('header', `"${keyword}"`);
  cursor.accept('newline');
  do {
    readStatement(cursor, quiet, reader);
    readStop(cursor);
  } while (cursor.peek().kind !== 'end_of_file');
}

/** A statement ends with its line. */
function readStop(cursor: Tokens): void {
  if (!cursor.accept('newline') && !cursor.accept('blank_line') && cursor.peek().kind !== 'end_of_file') {
    cursor.fail('the end of the line');
  }
  while (cursor.accept('newline'));
}

function readStatement(cursor: Tokens, quiet: string, reader: OutlineReader): void {
  if (cursor.accept('blank_line')) return;
  const indent = cursor.peek().kind === 'indent' ? cursor.take().text.length : undefined;
  const { kind, text, from, to } = cursor.peek();
  const written = { text: asWritten(text), from, to };
  if (kind === 'icon' || kind === 'class') {
    cursor.take();
    const start = quiet.lastIndexOf(kind === 'icon' ? '::icon(' : ':::', from);
    check(written, kind === 'icon' ? reader.icon(written, { from: start, to: to + 1 }) : reader.classes(written, { from: start, to }));
  } else if (kind === 'id' || kind === 'open') {
    const node = readNode(cursor, indent ?? 0, quiet);
    check(node.label, reader.node(node));
  } else if (indent === undefined) cursor.fail('a node');
}

function check(at: Range, problem: string | undefined): void {
  if (problem !== undefined) throw new Problem(problem, at);
}

function readNode(cursor: Tokens, level: number, quiet: string): OutlineNode {
  const { from } = cursor.peek();
  const id = cursor.peek().kind === 'id' ? trimmed(cursor.take()) : undefined;
  if (id && cursor.peek().kind !== 'open') {
    const data = readData(cursor);
    return { level, id, label: id, quoted: false, ...(data && { data }), range: { from, to: data ? endOfData(quiet, data) : id.to } };
  }
  const open = cursor.expect('open', 'a node');
  const inner = cursor.expect('text', 'the text of the node');
  const close = cursor.expect('close', 'the bracket that closes the node');
  const quoted = /["`]/.test(quiet.charAt(inner.from - 1));
  const label = trimmed(inner);
  const data = readData(cursor);
  return {
    level,
    id: id ?? label,
    label,
    brackets: { open: open.text, close: close.text, range: { from: open.from, to: close.to } },
    quoted,
    ...(data && { data }),
    range: { from, to: data ? endOfData(quiet, data) : close.to },
  };
}

function trimmed({ text, from }: OutlineToken): Written {
  const words = text.trim();
  const start = from + (text.length - text.trimStart().length);
  return { text: asWritten(words), from: start, to: start + words.length };
}

/** All that stands in `@{ … }`; a line end within quotes is a line break. */
function readData(cursor: Tokens): Written | undefined {
  if (cursor.peek().kind !== 'data') return undefined;
  const { to: from } = cursor.take();
  let text = '';
  let to = from;
  let inQuotes = false;
  while (cursor.peek().kind === 'data') {
    const piece = cursor.take();
    if (piece.text === '"') inQuotes = !inQuotes;
    text += inQuotes ? piece.text.replace(/\n\s*/g, '<br/>') : piece.text;
    to = piece.to;
  }
  return { text: asWritten(text), from, to };
}

function endOfData(quiet: string, { to }: Written): number {
  return quiet.indexOf('}', to) + 1 || to;
}
