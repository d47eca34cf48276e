import { type Cursor, cursorOver, Problem } from '../mermaid/cursor.ts';
import type { Attribute, AttributeList, Body, Chain, Defaults, End, Graph, Id, Statement, SubgraphEnd } from './syntax.ts';
import { type DotTokenKind, tokenize } from './tokens.ts';

type Reader = Cursor<DotTokenKind>;

/** Subgraphs within subgraphs beyond this are taken for a mistake. */
const deepest = 100;

/** The first graph of a text (https://graphviz.org/doc/info/lang.html). Fails with a `Problem`. */
export function readDot(source: string): Graph {
  const reader = cursorOver(tokenize(source));
  const strict = acceptWord(reader, 'strict');
  const directed = acceptWord(reader, 'digraph');
  if (!directed && !acceptWord(reader, 'graph')) reader.fail('"graph" or "digraph"');
  const id = acceptId(reader);
  const body = readBody(reader, { arrow: directed ? '->' : '--', depth: 0 });
  return { strict, directed, ...(id && { id }), body, to: body.to };
}

interface Place {
  /** What joins nodes in this kind of graph. */
  readonly arrow: string;
  readonly depth: number;
}

function isWord(reader: Reader, word: string): boolean {
  const token = reader.peek();
  return token.kind === 'keyword' && token.text.toLowerCase() === word;
}

function acceptWord(reader: Reader, word: string): boolean {
  if (!isWord(reader, word)) return false;
  reader.take();
  return true;
}

function acceptId(reader: Reader): Id | undefined {
  const { kind, text, from, to } = reader.peek();
  if (kind !== 'bare' && kind !== 'quoted' && kind !== 'html') return undefined;
  reader.take();
  return { text, form: kind, from, to };
}

function readBody(reader: Reader, place: Place): Body {
  const { from } = reader.expect('sign', '"{"', '{');
  if (place.depth > deepest) throw new Problem(`Subgraphs lie within subgraphs more than ${deepest} deep.`, { from, to: from + 1 });
  const statements: Statement[] = [];
  for (;;) {
    if (reader.accept('sign', '}')) return { statements, from, to: reader.previous().to };
    if (reader.peek().kind === 'end_of_file') throw new Problem('Expected "}" for the "{" that opens here.', { from, to: from + 1 });
    statements.push(readStatement(reader, place));
    reader.accept('sign', ';');
  }
}

function readStatement(reader: Reader, place: Place): Statement {
  for (const word of ['graph', 'node', 'edge'] as const) if (isWord(reader, word)) return readDefaults(reader, word);
  const first = readEnd(reader, place, `a node, an edge, a subgraph, an attribute or "}"`);
  if (first.kind === 'node' && first.to === first.id.to && reader.accept('sign', '=')) {
    const value = acceptId(reader) ?? reader.fail(`the value of ${first.id.text}`);
    const range = { from: first.from, to: value.to };
    return { kind: 'assignment', attribute: { name: first.id, value, ...range }, ...range };
  }
  return readChain(reader, place, first);
}

function readDefaults(reader: Reader, of: Defaults['of']): Defaults {
  const { from } = reader.take();
  const lists = readLists(reader);
  if (lists.length === 0) reader.fail(`"[" after "${of}"`);
  return { kind: 'defaults', of, lists, from, to: reader.previous().to };
}

function readChain(reader: Reader, place: Place, first: End): Chain {
  const ends = [first];
  while (reader.peek().kind === 'sign' && /^-[->]$/.test(reader.peek().text)) {
    const { text, from, to } = reader.take();
    const kind = place.arrow === '->' ? 'digraph' : 'graph';
    if (text !== place.arrow)
      throw new Problem(`Expected "${place.arrow}", which joins nodes in a ${kind}, but found "${text}".`, { from, to });
    ends.push(readEnd(reader, place, `what the edge leads to`));
  }
  const body = { from: first.from, to: reader.previous().to };
  const lists = readLists(reader);
  return { kind: 'chain', ends, lists, body, from: first.from, to: reader.previous().to };
}

function readEnd(reader: Reader, place: Place, expected: string): End {
  if (isWord(reader, 'subgraph') || (reader.peek().kind === 'sign' && reader.peek().text === '{')) return readSubgraph(reader, place);
  const id = acceptId(reader) ?? reader.fail(expected);
  for (let ports = 0; ports < 2 && reader.accept('sign', ':'); ports += 1) if (!acceptId(reader)) reader.fail('a port after ":"');
  return { kind: 'node', id, from: id.from, to: reader.previous().to };
}

function readSubgraph(reader: Reader, { arrow, depth }: Place): SubgraphEnd {
  const { from } = reader.peek();
  const id = acceptWord(reader, 'subgraph') ? acceptId(reader) : undefined;
  const body = readBody(reader, { arrow, depth: depth + 1 });
  return { kind: 'subgraph', ...(id && { id }), body, from, to: body.to };
}

function readLists(reader: Reader): readonly AttributeList[] {
  const lists: AttributeList[] = [];
  while (reader.accept('sign', '[')) {
    const { from } = reader.previous();
    const attributes: Attribute[] = [];
    while (!reader.accept('sign', ']')) {
      attributes.push(readAttribute(reader));
      if (!reader.accept('sign', ',')) reader.accept('sign', ';');
    }
    lists.push({ attributes, from, to: reader.previous().to });
  }
  return lists;
}

function readAttribute(reader: Reader): Attribute {
  const name = acceptId(reader) ?? reader.fail('an attribute, such as color=red, or "]"');
  reader.expect('sign', `"=" and the value of ${name.text}`, '=');
  const value = acceptId(reader) ?? reader.fail(`the value of ${name.text}`);
  return { name, value, from: name.from, to: value.to };
}
