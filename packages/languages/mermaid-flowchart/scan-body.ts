import { closeWords, match, scanString, scanWords, wordsOf } from './scan-words.ts';
import { SyntaxFailure, type Token, type Words } from './token.ts';

/** Openings of node bodies with what may close them; longer ones first. */
const bodies: readonly (readonly [open: string, ...close: string[]])[] = [
  ['(((', ')))'],
  ['((', '))'],
  ['([', '])'],
  ['(-', '-)', '/)', '))'],
  ['(', ')'],
  ['[[', ']]'],
  ['[|', ']'],
  ['[(', ')]'],
  ['[/', '/]', '\\]', '(]', '?]', '=]', ']]', ')]'],
  ['[\\', '/]', '\\]', '(]', '?]', '=]', ']]', ')]'],
  ['[', ']'],
  ['{{', '}}'],
  ['{', '}'],
  ['>', ']'],
];

/** Reads the brackets of a node with the text in them; nothing when there is no bracket at `from`. */
export function scanBody(text: string, from: number): Token | undefined {
  const found = bodies.find(([open]) => text.startsWith(open, from));
  if (!found) return undefined;
  const [open, ...closes] = found;
  const opened = { from, to: from + open.length };
  if (open === '[|') return scanPropertyBody(text, from);
  if (open === '[/' || open === '[\\') return scanSlanted(text, from, open, closes);
  if (open === '(-') return scanEllipse(text, from, closes);
  if (open === '((' && text[opened.to] === '-')
    throw new SyntaxFailure('Text in a circle cannot start with “-” without quotes.', opened.to, opened.to + 1);
  const close = closes[0] ?? '';
  const words = scanWords(text, opened.to, close, opened);
  return { kind: 'body', from, to: closeWords(text, words.outer.to, close, opened), open, close, words };
}

/** `[|field:value|text]` */
function scanPropertyBody(text: string, from: number): Token {
  const head = match(/\[\|([\w!#$%&'*+.`?\\/-]+):([\w!#$%&'*+.`?\\/-]+)\|/y, text, from);
  const [name, value] = head.slice(2, -1).split(':');
  if (!name || !value) throw new SyntaxFailure('Expected “[|name:value|text]”.', from, from + 2);
  const opened = { from, to: from + head.length };
  const words = scanWords(text, opened.to, ']', opened);
  return { kind: 'body', from, to: closeWords(text, words.outer.to, ']', opened), open: '[|', close: ']', words, property: [name, value] };
}

/** Between slanted sides a slash may stand, as long as it does not touch the closing bracket. */
function scanSlanted(text: string, from: number, open: string, closes: readonly string[]): Token {
  const opened = { from, to: from + open.length };
  const string = scanString(text, opened.to);
  let at = string ? string.outer.to : opened.to;
  const start = at;
  if (!string && /\s*~~~/y.test(text.slice(at, at + 80)))
    throw new SyntaxFailure('Text that starts like the link “~~~” needs quotes.', at, at + 3);
  const plain = /(?:[^\\[\](){}/"]|(?<!["])"|\/(?!\])|\\(?!\]))+/y;
  at += match(plain, text, at).length;
  if (!string && at === start) throw new SyntaxFailure(`Expected text and then “/]” or “\\]” after “${open}”.`, at, at + 1);
  const close = closes.find((end) => text.startsWith(end, at));
  if (!close) throw new SyntaxFailure(`Expected “/]” or “\\]” to close “${open}”.`, at, at + 1);
  return { kind: 'body', from, to: at + close.length, open, close: close === '/]' ? close : '\\]', words: joined(text, string, start, at) };
}

function scanEllipse(text: string, from: number, closes: readonly string[]): Token {
  const string = scanString(text, from + 2);
  let at = string ? string.outer.to : from + 2;
  const start = at;
  while (
    at < text.length &&
    !/[()[\]{}"]/.test(text[at] ?? '') &&
    !text.startsWith('~~~', at) &&
    !closes.some((end) => text.startsWith(end, at))
  )
    at++;
  const close = closes.find((end) => text.startsWith(end, at));
  if (!close || (!string && at === start)) throw new SyntaxFailure('Expected text and then “-)” to close “(-”.', at, at + 1);
  return { kind: 'body', from, to: at + close.length, open: '(-', close, words: joined(text, string, start, at) };
}

function joined(text: string, string: Words | undefined, from: number, to: number): Words {
  const rest = wordsOf(text, { from, to }, { from, to }, 'text');
  return string ? { ...string, text: string.text + rest.text, outer: { from: string.outer.from, to } } : rest;
}

/** Reads `@{ … }`. */
export function scanData(text: string, from: number): Token {
  let at = from + 2;
  let yaml = '';
  while (text[at] !== '}') {
    if (text[at] === '"') {
      const close = text.indexOf('"', at + 1);
      if (close < 0) throw new SyntaxFailure('This quote is never closed: expected another ".', at, at + 1);
      yaml += text.slice(at, close + 1).replace(/\n\s*/g, '<br/>');
      at = close + 1;
      continue;
    }
    const piece = match(/[^}^"]+/y, text, at);
    if (piece === '') throw new SyntaxFailure('Expected “}” to close “@{”.', Math.min(at, text.length - 1), at + 1);
    yaml += piece;
    at += piece.length;
  }
  const inner = { from: from + 2, to: at };
  // Mermaid drops blanks between a closing brace and the end of its line.
  const trailing = match(/\}\s*(?=\n)/y, text, at);
  return { kind: 'data', from, to: at + Math.max(1, trailing.length), yaml, inner };
}
