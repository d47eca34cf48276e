import { asWritten } from '../mermaid/source.ts';
import { quoted, type Range, SyntaxFailure, type Words } from './token.ts';

/** Reads a quoted text that starts at `from`; nothing when none does. */
export function scanString(text: string, from: number): Words | undefined {
  if (text[from] !== '"') return undefined;
  const markdown = text[from + 1] === '`';
  const inner = from + (markdown ? 2 : 1);
  const close = text.indexOf(markdown ? '`"' : '"', inner);
  if (close < 0) throw new SyntaxFailure('This quote is never closed: expected another ".', from, from + 1);
  if (close === inner) throw new SyntaxFailure('Expected some text between the quotes; a space will do.', from, close + 1);
  return wordsOf(text, { from: inner, to: close }, { from, to: close + (markdown ? 2 : 1) }, markdown ? 'markdown' : 'string');
}

const plain = /[^[\](){}|"]+/y;

/** Reads the text of a node, link or subgraph up to the first character that may not stand in it unquoted. */
export function scanWords(text: string, from: number, expected: string, opened: Range): Words {
  const string = scanString(text, from);
  const at = string ? string.outer.to : from;
  if (!string && /\s*~~~/y.test(text.slice(at, at + 80))) throw unexpected(text, at, expected, opened);
  const rest = match(plain, text, at);
  if (!string && rest === '') throw unexpected(text, at, expected, opened);
  if (!string) return wordsOf(text, { from: at, to: at + rest.length }, { from: at, to: at + rest.length }, 'text');
  return { ...string, text: string.text + asWritten(rest), outer: { from: string.outer.from, to: at + rest.length } };
}

function unexpected(text: string, at: number, expected: string, opened: Range): SyntaxFailure {
  const what = at >= text.length - 1 ? 'the end of the text' : quoted(text.slice(at, at + 12));
  const where = quoted(text.slice(opened.from, opened.to));
  return new SyntaxFailure(
    `Expected text and then “${expected}” after ${where}, found ${what}. Put the text in quotes if it has brackets.`,
    at,
    at + 1,
  );
}

/** Requires `close` at an offset, as the end of what was opened; gives the offset after it. */
export function closeWords(text: string, at: number, close: string, opened: Range): number {
  if (text.startsWith(close, at)) return at + close.length;
  throw unexpectedEnd(text, at, close, opened);
}

function unexpectedEnd(text: string, at: number, close: string, opened: Range): SyntaxFailure {
  const found = at >= text.length - 1 ? 'the end of the text' : quoted(text.slice(at, at + 12));
  if (text[opened.from] === '>' && text[opened.from - 1] === '-')
    return new SyntaxFailure('“->” is no arrow of a flowchart: write “-->”.', opened.from - 1, opened.to);
  const where = quoted(text.slice(opened.from, opened.to));
  const message = `Expected “${close}” to close ${where}, found ${found}. Text with brackets or quotes needs quotes around it.`;
  // What is missing is missing where the bracket opens, not where the text at last ends.
  if (text.slice(opened.from, at).includes('\n')) return new SyntaxFailure(message, opened.from, opened.to);
  return new SyntaxFailure(message, at, at + 1);
}

export function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

export function wordsOf(text: string, inner: Range, outer: Range, type: Words['type']): Words {
  return { ...inner, text: asWritten(text.slice(inner.from, inner.to)), type, outer };
}
