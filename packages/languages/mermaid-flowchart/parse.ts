import { asWritten } from '../mermaid/source.ts';
import { flowText } from './flow-text.ts';
import { parseChain } from './parse-chain.ts';
import { parseClass, parseClassDef, parseClick, parseLinkStyle, parseStyle } from './parse-directives.ts';
import { scan } from './scan.ts';
import type { Statement, Subgraph, Syntax } from './syntax.ts';
import { type Range, SyntaxFailure, type Token, type Words } from './token.ts';
import { TokenReader } from './token-reader.ts';

/** Subgraphs in subgraphs beyond this are nobody's diagram, and would exhaust the stack. */
const deepest = 200;

/** Reads a flowchart as Mermaid 12 does. Throws a SyntaxFailure at the first thing that it would not take. */
export function parseFlowchart(source: string): Syntax {
  const { text, title } = flowText(source);
  const reader = new TokenReader(text, withoutReturns(source, scan(text)));
  reader.skip('space', 'newline');
  const header = reader.token;
  if (header.kind !== 'header') throw reader.fail('“flowchart” or “graph”');
  reader.advance();
  if (header.direction) firstSeparator(reader);
  const statements = parseStatements(reader, 0);
  return {
    statements,
    header: { from: header.from, to: header.to },
    ...(header.direction !== undefined && { direction: header.direction }),
    ...(title !== undefined && { title }),
  };
}

/** Without the blanks that stand for the CR of Windows line ends: the grammar does not take a blank before every line end. */
function withoutReturns(source: string, tokens: readonly Token[]): readonly Token[] {
  if (!source.includes('\r\n')) return tokens;
  return tokens.flatMap((token) => {
    if (token.kind !== 'space' || source[token.to - 1] !== '\r' || source[token.to] !== '\n') return [token];
    return token.to - token.from > 1 ? [{ ...token, to: token.to - 1 }] : [];
  });
}

function firstSeparator(reader: TokenReader): void {
  if (reader.is('semicolon')) {
    reader.advance();
    return;
  }
  reader.skip('space');
  if (!reader.is('newline')) throw reader.fail('the end of the line or “;” after the direction');
  reader.advance();
}

function parseStatements(reader: TokenReader, depth: number): Statement[] {
  const statements: Statement[] = [];
  for (;;) {
    reader.skip('space', 'newline', 'semicolon');
    if (reader.is('end_of_text')) return statements;
    if (reader.isKeyword('end')) {
      if (depth > 0) return statements;
      throw new SyntaxFailure('This “end” closes nothing: no subgraph is open here.', reader.token.from, reader.token.from + 3);
    }
    statements.push(parseStatement(reader, depth));
  }
}

function parseStatement(reader: TokenReader, depth: number): Statement {
  const { token } = reader;
  if (token.kind === 'direction_line') {
    reader.advance();
    return { kind: 'direction', from: token.from, to: token.to, direction: token.direction };
  }
  if (token.kind === 'title' || token.kind === 'description') {
    reader.advance();
    return { kind: token.kind, from: token.from, to: token.to, text: token.text };
  }
  if (token.kind === 'clicked') return parseClick(reader, token);
  if (token.kind === 'keyword') {
    if (token.word === 'subgraph') return parseSubgraph(reader, token, depth);
    if (token.word === 'style') return parseStyle(reader);
    if (token.word === 'linkStyle') return parseLinkStyle(reader);
    if (token.word === 'classDef') return parseClassDef(reader);
    if (token.word === 'class') return parseClass(reader);
    if (token.word !== 'default') throw reservedWord(reader, token);
  }
  return parseChain(reader);
}

function reservedWord(reader: TokenReader, { from, to }: Range): SyntaxFailure {
  const word = reader.text.slice(from, to).trim();
  return new SyntaxFailure(
    `“${word}” is a word of the language and cannot start a statement here. Use another id, or capitals: “${word.toUpperCase()}”.`,
    from,
    from + word.length,
  );
}

function parseSubgraph(reader: TokenReader, { from }: Token, depth: number): Subgraph {
  if (depth >= deepest) throw new SyntaxFailure(`Subgraphs are nested more than ${deepest} deep.`, from, from + 8);
  reader.advance();
  reader.expectSpace('subgraph');
  const name = subgraphName(reader);
  const body = reader.token.kind === 'body' && reader.token.open === '[' ? reader.token : undefined;
  if (body) reader.advance();
  reader.separator('the end of the line after the subgraph’s title');
  const statements = parseStatements(reader, depth + 1);
  if (!reader.isKeyword('end')) throw new SyntaxFailure('This subgraph is never closed: expected “end”.', from, from + 8);
  const end = reader.advance();
  const id = name.text.trim();
  const title = body?.words ?? name;
  return {
    kind: 'subgraph',
    from,
    to: end.from + 3,
    ...(body || !/\s/.test(name.text) ? { id } : {}),
    title: title.text.trim(),
    titleRange: body ? body.words.outer : { from: name.outer.from, to: name.outer.to },
    titleType: title.type,
    bracketed: body !== undefined,
    statements,
    end: { from: end.from, to: end.from + 3 },
  };
}

const nameKinds: ReadonlySet<Token['kind']> = new Set([
  'space',
  'ampersand',
  'colon',
  'down',
  'up',
  'number',
  'name',
  'hash',
  'minus',
  'star',
  'letter',
]);
const nameWords: ReadonlySet<string> = new Set(['graph', 'subgraph', 'end', 'style', 'linkStyle', 'classDef', 'class']);

function subgraphName(reader: TokenReader): Words {
  const { token } = reader;
  if (token.kind === 'string') {
    reader.advance();
    const { to } = token.words.outer;
    const rest = plainName(reader, to);
    return rest === to ? token.words : { ...token.words, text: token.words.text + asWritten(reader.text.slice(to, rest)) };
  }
  const to = plainName(reader, token.from);
  if (to === token.from) throw reader.fail('the subgraph’s id or title');
  const range = { from: token.from, to };
  return { ...range, text: asWritten(reader.text.slice(token.from, to)), type: 'text', outer: range };
}

function plainName(reader: TokenReader, from: number): number {
  let to = from;
  while (nameKinds.has(reader.token.kind) || (reader.token.kind === 'keyword' && nameWords.has(reader.token.word)))
    to = reader.advance().to;
  return to;
}
