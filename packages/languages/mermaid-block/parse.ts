import type { Diagnostic } from '@autograph/editor';
import type { Parsed } from '../language.ts';
import { type Cursor, cursorOver, Problem, type Range } from '../mermaid/cursor.ts';
import { asWritten, errorAt, quietSource } from '../mermaid/source.ts';
import type { BlockModel, Mention } from './model.ts';
import { resolve } from './resolve.ts';
import type { Link, NamedBlock, Statement } from './statements.ts';
import { type BlockTokenKind, tokenize } from './tokens.ts';

type Reader = Cursor<BlockTokenKind>;

/** Reads a block diagram as Mermaid 12 does (https://mermaid.js.org/syntax/block.html), keeping where everything stands. */
export function parseBlocks(source: string): Parsed<BlockModel> {
  const quiet = quietSource(source);
  const cursor = cursorOver(tokenize(quiet.text));
  try {
    cursor.expect('block', 'block');
    const statements = readBody(cursor, 0);
    if (cursor.peek().kind !== 'end_of_file') cursor.fail('a block, an edge, "space", "columns" or another statement');
    return { ok: true, model: resolve(statements, quiet.title), warnings: chainsIn(statements).map((at) => chained(source, at)) };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { ok: false, diagnostics: [errorAt(source, problem.at.from, problem.at.to, problem.message)] };
  }
}

/** Edges that begin where another one of the same statement ends. */
function chainsIn(statements: readonly Statement[]): readonly Range[] {
  return statements.flatMap((statement, at) => {
    if (statement.kind === 'composite') return chainsIn(statement.body);
    const before = statements[at - 1];
    const follows = statement.kind === 'edge' && before?.kind === 'edge' && before.to.mention.from === statement.from.mention.from;
    return follows ? [statement.range] : [];
  });
}

function chained(source: string, { from, to }: Range): Diagnostic {
  const message = 'Mermaid itself draws only the last arrow of such a chain. Give each arrow a line of its own.';
  return { ...errorAt(source, from, to, message), severity: 'warning' };
}

/** Deeper texts are no diagrams, and would only take time. */
const deepest = 100;

/** Statements up to `end`, at least one. */
function readBody(cursor: Reader, depth: number): readonly Statement[] {
  const statements: Statement[] = [];
  for (;;) {
    const next = readStatement(cursor, depth);
    if (!next) break;
    statements.push(...next);
  }
  if (statements.length === 0) cursor.fail(depth > 0 ? 'a block in this block' : 'a block');
  return statements;
}

function readStatement(cursor: Reader, depth: number): readonly Statement[] | undefined {
  const { kind, text, from, to } = cursor.peek();
  switch (kind) {
    case 'name':
      return readNodes(cursor);
    case 'columns': {
      cursor.take();
      const count = /\d+/.exec(text)?.[0];
      return [{ kind: 'columns', columns: count === undefined ? undefined : Number.parseInt(count, 10), range: { from, to } }];
    }
    case 'space':
      cursor.take();
      return [{ kind: 'space', width: Number.parseInt(/\d+/.exec(text)?.[0] ?? '1', 10), range: { from, to } }];
    case 'block':
    case 'named_block':
      return [readComposite(cursor, kind === 'named_block', depth + 1)];
    case 'class_def':
    case 'class':
    case 'style':
      return [readStyling(cursor, kind)];
    default:
      return undefined;
  }
}

function readComposite(cursor: Reader, named: boolean, depth: number): Statement {
  const { from, to } = cursor.take();
  if (depth > deepest) cursor.failAt({ from, to }, `Blocks lie in each other no more than ${deepest} deep.`);
  const head = named ? readHead(cursor) : undefined;
  const size = head ? cursor.peek() : undefined;
  const width = size && cursor.accept('size') ? Number.parseInt(size.text.slice(1), 10) : undefined;
  const bodyFrom = cursor.previous().to;
  const body = readBody(cursor, depth);
  const { from: end } = cursor.expect('end', '"end", which closes the block');
  const sized =
    head && width !== undefined && size ? { ...head, mention: { ...head.mention, size: { from: size.from, to: size.to } } } : head;
  return { kind: 'composite', ...(sized && { head: sized }), width: width ?? 1, body, bodyFrom, range: { from, to: end + 3 } };
}

/** The name of a block around others; an edge in its place, which Mermaid reads too, names nothing. */
function readHead(cursor: Reader): NamedBlock | undefined {
  const head = readNode(cursor, 'the name of the block');
  let isEdge = false;
  while (readLink(cursor)) {
    readNode(cursor, 'the block at the other end');
    isEdge = true;
  }
  return isEdge ? undefined : head;
}

/** `a`, `a:2`, `a --> b` or `a --> b --> c`. */
function readNodes(cursor: Reader): readonly Statement[] {
  let from = readNode(cursor, 'a block');
  const size = cursor.peek();
  let width: number | undefined;
  if (cursor.accept('size')) {
    width = Number.parseInt(size.text.slice(1), 10);
    from = { ...from, mention: { ...from.mention, size: { from: size.from, to: size.to } } };
  }
  const edges: Statement[] = [];
  for (;;) {
    const link = readLink(cursor);
    if (!link) break;
    const to = readNode(cursor, 'the block at the other end');
    const ends = [from, to].map((end) => ({ ...end, mention: { ...end.mention, inEdge: true } }));
    const [start, end] = ends;
    if (start && end) edges.push({ kind: 'edge', from: start, link, to: end, range: { from: start.mention.from, to: end.mention.to } });
    from = to;
  }
  if (edges.length > 0) return edges;
  const range = { from: from.mention.from, to: from.mention.size?.to ?? from.mention.to };
  return [{ kind: 'node', node: from, ...(width !== undefined && { width }), range }];
}

function readNode(cursor: Reader, what: string): NamedBlock {
  const name = cursor.expect('name', what);
  const id = asWritten(name.text);
  const place = { from: name.from, to: name.to };
  const opening = cursor.peek();
  if (cursor.accept('opening')) {
    const label = cursor.expect('string', 'words in quotes');
    const closing = cursor.expect('closing', 'a closing bracket');
    const type = types[opening.text + closing.text] ?? 'na';
    return { id, type, label: asWritten(label.text), directions: [], mention: withBrackets(place, opening.from, label, closing.to) };
  }
  if (cursor.accept('arrow_opening')) {
    const label = cursor.expect('string', 'words in quotes');
    const directions: string[] = [];
    do directions.push(cursor.expect('direction', 'right, left, up, down, x or y').text.replace(/^,/, '').trim());
    while (cursor.peek().kind === 'direction');
    const closing = cursor.expect('arrow_closing', '")"');
    const to = closing.from + 1;
    return { id, type: 'block_arrow', label: asWritten(label.text), directions, mention: withBrackets(place, opening.from, label, to) };
  }
  return { id, type: 'na', label: '', directions: [], mention: { ...place, name: place, inEdge: false } };
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function withBrackets(name: Place, from: number, label: Place, to: number): Mention {
  return { from: name.from, to, name, label: { from: label.from, to: label.to }, brackets: { from, to }, inEdge: false };
}

/** Names of shapes by their brackets. */
export const types: Readonly<Record<string, string>> = {
  '[]': 'square',
  '()': 'round',
  '(())': 'circle',
  '>]': 'rect_left_inv_arrow',
  '{}': 'diamond',
  '{{}}': 'hexagon',
  '([])': 'stadium',
  '[[]]': 'subroutine',
  '[()]': 'cylinder',
  '((()))': 'doublecircle',
  '[//]': 'lean_right',
  '[\\\\]': 'lean_left',
  '[/\\]': 'trapezoid',
  '[\\/]': 'inv_trapezoid',
};

function readLink(cursor: Reader): Link | undefined {
  const { kind, text, from, to } = cursor.peek();
  if (kind === 'link') {
    cursor.take();
    return { link: { from, to: from + text.trimEnd().length }, arrow: text.trim(), label: '' };
  }
  if (!cursor.accept('link_start')) return undefined;
  cursor.expect('link_label', 'words in quotes');
  const label = cursor.expect('string', 'words in quotes');
  const closing = cursor.expect('link', 'the rest of the arrow');
  const end = closing.from + closing.text.trimEnd().length;
  return {
    ...{ link: { from, to: Math.max(end, to) }, arrow: closing.text.trim(), label: asWritten(label.text) },
    labelRange: { from: label.from, to: label.to },
  };
}

function readStyling(cursor: Reader, kind: 'class_def' | 'class' | 'style'): Statement {
  const { from } = cursor.take();
  const ids = cursor.expect('ids', 'a name of letters and digits');
  const said = cursor.expect('declaration', 'styles');
  const range = { from, to: said.to - (/\s*$/.exec(said.text)?.[0].length ?? 0) };
  const text = withoutLastSemicolon(asWritten(said.text)).trim();
  if (kind === 'class_def') return { kind, name: ids.text.trim(), styles: text, range };
  const lead = /^\s*/.exec(said.text)?.[0].length ?? 0;
  const names = [...ids.text.matchAll(/\w+/g)].map((match) => {
    const at = ids.from + match.index;
    return {
      text: ids.text.slice(match.index - (/\s/.test(ids.text[match.index - 1] ?? '') ? 1 : 0), match.index + match[0].length),
      from: at,
      to: at + match[0].length,
    };
  });
  return { kind, names, said: text, saidRange: { from: said.from + lead, to: range.to }, range };
}

/** Mermaid takes one away where a colour in hexadecimal digits stands before it. */
function withoutLastSemicolon(text: string): string {
  return /:\S*#.*;/.test(text) ? text.replace(/;([^;]*)$/, '$1') : text;
}
