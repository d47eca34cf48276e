import { asWritten } from '../mermaid/source.ts';
import type { Chain, Data, LinkMention, NodeMention } from './syntax.ts';
import { SyntaxFailure } from './token.ts';
import type { TokenReader } from './token-reader.ts';

/** Nodes and the links between them, up to the end of the statement. */
export function parseChain(reader: TokenReader): Chain {
  const first = parseList(reader);
  const lists = [first];
  const links: LinkMention[] = [];
  reader.skip('space');
  while (reader.is('link') || reader.is('edge_id')) {
    links.push(parseLink(reader));
    lists.push(parseList(reader));
    reader.skip('space');
  }
  const last = lists.at(-1)?.at(-1);
  const from = first[0]?.from ?? reader.token.from;
  const to = last?.to ?? reader.token.from;
  if (!reader.is('newline') && !reader.is('semicolon') && !reader.is('end_of_text')) throw afterNode(reader, last);
  reader.advance();
  return { kind: 'chain', from, to, lists, links };
}

function afterNode(reader: TokenReader, last: NodeMention | undefined): SyntaxFailure {
  const { token } = reader;
  const id = last?.id ?? '';
  if (token.kind === 'body' && !last?.body)
    return new SyntaxFailure(`Expected no blank between “${id}” and “${token.open}”.`, token.from, token.to);
  if (reader.startsId() && last) {
    return new SyntaxFailure(
      `Missing arrow between “${id}” and “${reader.id('').text}”: expected one, such as “-->”, or the end of the line.`,
      token.from,
      token.to,
    );
  }
  return reader.fail(`an arrow such as “-->”, “&”, or the end of the line after “${id}”`);
}

function parseList(reader: TokenReader): readonly NodeMention[] {
  const list = [parseNode(reader)];
  while (reader.is('space') && nextAfterSpaces(reader) === 'ampersand') {
    reader.skip('space');
    reader.advance();
    if (!reader.is('space')) throw reader.fail('a blank after “&”');
    reader.skip('space');
    list.push(parseNode(reader));
  }
  return list;
}

function nextAfterSpaces(reader: TokenReader): string | undefined {
  let ahead = 1;
  while (reader.peek(ahead)?.kind === 'space') ahead++;
  return reader.peek(ahead)?.kind;
}

function parseNode(reader: TokenReader): NodeMention {
  const name = reader.id('a node');
  let { to } = name;
  const { token } = reader;
  const body = token.kind === 'body' ? token : undefined;
  if (body) to = reader.advance().to;
  let className: string | undefined;
  if (reader.is('class_mark')) {
    reader.advance();
    const found = reader.id('the name of a class after “:::”');
    className = found.text;
    to = found.to;
  }
  const data: Data[] = [];
  for (let next = reader.token; next.kind === 'data'; next = reader.token) {
    data.push(next);
    to = reader.advance().from + (next.inner.to + 1 - next.from);
  }
  return {
    id: asWritten(name.text),
    idRange: { from: name.from, to: name.to },
    from: name.from,
    to,
    data,
    ...(body && { body }),
    ...(className !== undefined && { className }),
  };
}

function parseLink(reader: TokenReader): LinkMention {
  const { from } = reader.token;
  const { token: first } = reader;
  const id = first.kind === 'edge_id' ? first.id : undefined;
  if (id !== undefined) reader.advance();
  const { token: link } = reader;
  if (link.kind !== 'link') throw reader.fail('an arrow such as “-->” after the edge’s id');
  let { to } = reader.advance();
  const { token: pipe } = reader;
  if (pipe.kind === 'pipe') {
    to = reader.advance().to;
    if (link.words) throw new SyntaxFailure('This arrow has two texts: one inside it and one between bars.', pipe.from, pipe.to);
    if (reader.is('space')) reader.advance();
    return { from, to, link, words: pipe.words, pipe: { from: pipe.from, to: pipe.to }, ...(id !== undefined && { id }) };
  }
  return { from, to, link, ...(link.words && { words: link.words }), ...(id !== undefined && { id }) };
}
