import { nextOf } from '../mermaid/rising.ts';
import { scanBody, scanData } from './scan-body.ts';
import { linksIn } from './scan-link.ts';
import { closeWords, match, scanString, scanWords } from './scan-words.ts';
import { type Keyword, quoted, SyntaxFailure, type Token } from './token.ts';

const keywords = /(?:style|default|linkStyle|interpolate|classDef|class|subgraph|_self|_blank|_parent|_top)\b/y;
const headers = /(?:flowchart-elk|graph|flowchart)\b/y;
const directions = /\s*(?:(LR|RL|TB|BT|TD|BR|v)\b|([<>^]))/y;
const directionLine = /.*direction\s+(TB|BT|RL|LR|TD)[^\n]*/y;
const edgeIdRow = /[^\s"[\](){}|]+/y;
const name = /(?:[A-Za-z0-9!"#$%&'*+.`?\\_/]|-(?=[^>\-.]))+/y;
const letter = /[\p{L}\p{Nl}]/uy;

/** Characters that are a token each, wherever a statement may go on. */
const marks: readonly (readonly [text: string, kind: 'class_mark' | 'colon' | 'ampersand' | 'semicolon' | 'comma' | 'star' | 'hash'])[] = [
  ['#', 'hash'],
  [':::', 'class_mark'],
  [':', 'colon'],
  ['&', 'ampersand'],
  [';', 'semicolon'],
  [',', 'comma'],
  ['*', 'star'],
];

/** The words and signs of a flowchart, in order, ending with `end_of_text`. Throws a SyntaxFailure. */
export function scan(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let sawHeader = false;
  const find: Finders = {
    // Spares all other words the search through the rest of their line.
    directionAt: nextOf(text, /direction\s+(?:TB|BT|RL|LR|TD)/g),
    lineEndAt: nextOf(text, /\n/g),
    linkAt: linksIn(text),
    edgeIdAt: edgeIdsIn(text),
  };
  while (at < text.length) {
    const token = scanOne(text, at, sawHeader, find);
    sawHeader ||= token.kind === 'header';
    tokens.push(token);
    at = token.to;
    // `click id` swallows the blank that ends the id.
    if (token.kind === 'clicked') at++;
  }
  tokens.push({ kind: 'end_of_text', from: text.length, to: text.length });
  return tokens;
}

/** What is found at rising offsets only. */
interface Finders {
  /** Where the next direction is named. */
  readonly directionAt: (at: number) => number;
  readonly lineEndAt: (at: number) => number;
  readonly linkAt: (at: number) => Token | undefined;
  /** Where the id of an edge ends. */
  readonly edgeIdAt: (at: number) => number | undefined;
}

/** Makes what reads ids of edges, as in `e1@-->`; a row of letters that has none is looked through once. */
function edgeIdsIn(text: string): Finders['edgeIdAt'] {
  let end = 0;
  let sign = -1;
  return (at) => {
    if (at >= end) {
      const row = match(edgeIdRow, text, at);
      end = at + Math.max(1, row.length);
      sign = row.lastIndexOf('@');
      if (at + sign === end - 1 && /[{"]/.test(text[end] ?? '{')) sign = row.lastIndexOf('@', sign - 1);
      if (sign >= 0) sign += at;
    }
    return sign > at ? sign + 1 : undefined;
  };
}

function scanOne(text: string, at: number, sawHeader: boolean, { directionAt, lineEndAt, linkAt, edgeIdAt }: Finders): Token {
  const char = text[at] ?? '';
  if (char === 'a') {
    const accessible = scanAccessibility(text, at);
    if (accessible) return accessible;
  }
  if (char === '@' && text[at + 1] === '{') return scanData(text, at);
  if (char === '"') {
    const words = scanString(text, at);
    if (words) return { kind: 'string', ...words.outer, words };
  }
  const word = scanKeyword(text, at, sawHeader);
  if (word) return word;
  if (directionAt(at) < lineEndAt(at)) {
    directionLine.lastIndex = at;
    const line = directionLine.exec(text);
    if (line) return { kind: 'direction_line', from: at, to: at + line[0].length, direction: line[1] ?? 'TB' };
  }
  const idEnd = edgeIdAt(at);
  if (idEnd !== undefined) return { kind: 'edge_id', from: at, to: idEnd, id: text.slice(at, idEnd).replace('@', '') };
  const digits = match(/\d+/y, text, at);
  if (digits !== '') return { kind: 'number', from: at, to: at + digits.length };
  for (const [mark, kind] of marks) if (text.startsWith(mark, at)) return { kind, from: at, to: at + mark.length };
  return linkAt(at) ?? scanBody(text, at) ?? scanRest(text, at);
}

function scanRest(text: string, at: number): Token {
  const char = text[at] ?? '';
  if (char === 'v' && match(/v\b/y, text, at) !== '') return { kind: 'down', from: at, to: at + 1 };
  if (char === '^') return { kind: 'up', from: at, to: at + 1 };
  const word = match(name, text, at);
  if (word !== '') return { kind: 'name', from: at, to: at + word.length };
  if (char === '-') return { kind: 'minus', from: at, to: at + 1 };
  const other = match(letter, text, at);
  if (other !== '') return { kind: 'letter', from: at, to: at + other.length };
  if (char === '|') {
    const opened = { from: at, to: at + 1 };
    const words = scanWords(text, at + 1, '|', opened);
    return { kind: 'pipe', from: at, to: closeWords(text, words.outer.to, '|', opened), words };
  }
  const lines = match(/\n+/y, text, at);
  if (lines !== '') return { kind: 'newline', from: at, to: at + lines.length };
  const blanks = match(/[^\S\n]+/y, text, at);
  if (blanks !== '') return { kind: 'space', from: at, to: at + blanks.length };
  throw new SyntaxFailure(
    `${quoted(char)} cannot stand here. Text with special characters needs brackets and quotes: id["text"].`,
    at,
    at + 1,
  );
}

function scanKeyword(text: string, at: number, sawHeader: boolean): Token | undefined {
  const call = match(/call\s+/y, text, at);
  if (call !== '') return scanCallback(text, at, at + call.length);
  const word = match(keywords, text, at);
  if (word !== '') return { kind: 'keyword', word: keywordOf(word), from: at, to: at + word.length };
  const href = match(/href\s/y, text, at);
  if (href !== '') return { kind: 'keyword', word: 'href', from: at, to: at + href.length };
  const click = match(/click\s+/y, text, at);
  if (click !== '') {
    const from = at + click.length;
    const id = match(/\S*/y, text, from);
    return { kind: 'clicked', from: at, to: from + id.length, id };
  }
  const header = match(headers, text, at);
  if (header !== '') return sawHeader ? { kind: 'keyword', word: 'graph', from: at, to: at + header.length } : scanHeader(text, at, header);
  const end = match(/end\b\s*/y, text, at);
  return end === '' ? undefined : { kind: 'keyword', word: 'end', from: at, to: at + end.length };
}

function keywordOf(word: string): Keyword {
  switch (word) {
    case 'style':
    case 'default':
    case 'linkStyle':
    case 'interpolate':
    case 'classDef':
    case 'class':
    case 'subgraph':
      return word;
    default:
      return 'target';
  }
}

/** `flowchart LR`; the direction may be absent. */
function scanHeader(text: string, at: number, header: string): Token {
  const from = at + header.length;
  const none = match(/\n*\s*\n/y, text, from);
  if (none !== '') return { kind: 'header', from: at, to: from + none.length };
  directions.lastIndex = from;
  const found = directions.exec(text);
  const direction = found?.[1] ?? found?.[2];
  if (!found || !direction) {
    const line = text.slice(from, text.indexOf('\n', from));
    throw new SyntaxFailure(
      `Expected a direction (TB, BT, LR or RL) or the end of the line after “${header}”, found ${quoted(line)}.`,
      from,
      from + 1,
    );
  }
  return { kind: 'header', from: at, to: from + found[0].length, direction };
}

/** `call name(arguments)` */
function scanCallback(text: string, at: number, from: number): Token {
  const called = match(/[^(]*/y, text, from);
  const close = text.indexOf(')', from + called.length);
  if (close < 0)
    throw new SyntaxFailure('Expected “(” and “)” after the name of the function to call.', from, from + Math.max(1, called.length));
  return { kind: 'callback', from: at, to: close + 1, name: called.trim() };
}

function scanAccessibility(text: string, at: number): Token | undefined {
  const lineEnd = text.indexOf('\n', at);
  for (const [pattern, kind] of [
    [/accTitle\s*:\s*/y, 'title'],
    [/accDescr\s*:\s*/y, 'description'],
  ] as const) {
    const head = match(pattern, text, at);
    if (head === '') continue;
    const value = match(/[^\n]*/y, text, at + head.length);
    return { kind, from: at, to: at + head.length + value.length, text: value.trim() };
  }
  const head = match(/accDescr\s*\{\s*/y, text, at);
  if (head === '') return undefined;
  const close = text.indexOf('}', at + head.length);
  if (close < 0) throw new SyntaxFailure('Expected “}” to close “accDescr {”.', at, lineEnd);
  return { kind: 'description', from: at, to: close + 1, text: text.slice(at + head.length, close).trim() };
}
