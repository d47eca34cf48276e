import { match, scanString, wordsOf } from './scan-words.ts';
import { SyntaxFailure, type Token, type Words } from './token.ts';

/** The three line styles: a whole link, the start of one that goes on with a text, and what that text is made of. */
const styles = [
  { whole: /\s*[xo<]?--+[-xo>]\s*/y, start: /\s*[xo<]?--\s*/y, text: /[^-]|-(?!-)/y },
  { whole: /\s*[xo<]?==+[=xo>]\s*/y, start: /\s*[xo<]?==\s*/y, text: /[^=]/y },
  { whole: /\s*[xo<]?-?\.+-[xo>]?\s*/y, start: /\s*[xo<]?-\.\s*/y, text: /[^.]/y },
] as const;

const invisible = /\s*~~~+\s*/y;

/**
 * Makes what reads links at rising offsets of a text. Where blanks lead to no link, none begins further along in them: many blank lines
 * would be looked through once for each of them.
 */
export function linksIn(text: string): (at: number) => Token | undefined {
  let barrenTo = 0;
  return (at) => {
    if (at < barrenTo) return undefined;
    const link = scanLink(text, at);
    if (!link) barrenTo = at + match(blanks, text, at).length;
    return link;
  };
}

const blanks = /\s+/y;

/** Reads a link with the text inside it, as in `-- text -->`; nothing when there is no link at `from`. Takes the blanks and line ends around it. */
function scanLink(text: string, from: number): Token | undefined {
  for (const style of styles) {
    const whole = match(style.whole, text, from);
    if (whole !== '') return { kind: 'link', from, to: from + whole.length, end: whole.trim() };
    const start = match(style.start, text, from);
    if (start !== '') return scanLabelled(text, from, start, style);
  }
  const hidden = match(invisible, text, from);
  return hidden === '' ? undefined : { kind: 'link', from, to: from + hidden.length, end: hidden.trim() };
}

function scanLabelled(text: string, from: number, start: string, style: (typeof styles)[number]): Token {
  const inner = from + start.length;
  const string = scanString(text, inner);
  let at = string ? string.outer.to : inner;
  for (;;) {
    const end = match(style.whole, text, at);
    if (end !== '' && at > inner) {
      const words: Words = string ?? wordsOf(text, { from: inner, to: at }, { from: inner, to: at }, 'text');
      return { kind: 'link', from, to: at + end.length, start: start.trim(), end: end.trim(), words };
    }
    const piece = string && at > string.outer.to - 1 ? '' : match(style.text, text, at);
    if (piece === '' || text[at] === '"') throw missingArrow(text, from, inner, start, at);
    at += match(blanks, text, at).length || piece.length;
  }
}

function missingArrow(text: string, from: number, inner: number, start: string, at: number): SyntaxFailure {
  const begin = from + start.length - start.trimStart().length;
  const whole = { '--': '-->', '==': '==>', '-.': '-.->' }[start.trim().replace(/^[xo<]/, '')] ?? '-->';
  const line = text.slice(inner, Math.max(inner, text.indexOf('\n', inner))).trim();
  const hint = at >= text.length - 1 || line !== '' ? ` Did you mean “${whole}”, or “${start.trim()} text ${whole}”?` : '';
  return new SyntaxFailure(`Missing arrow: “${start.trim()}” starts a link that nothing ends.${hint}`, begin, begin + start.trim().length);
}
