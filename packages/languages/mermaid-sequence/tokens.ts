import type { Token } from '../mermaid/cursor.ts';
import { arrowLooks } from '../sequence/arrows.ts';

export type SequenceTokenKind =
  | 'header'
  | 'participant'
  | 'alias'
  | 'rest'
  | 'config'
  | 'number'
  | 'keyword'
  | 'placement'
  | 'title'
  | 'remark'
  | 'text'
  | 'arrow'
  | 'punctuation'
  | 'unknown';

export type SequenceToken = Token<SequenceTokenKind>;

/** What is being read: statements, a declared participant, what follows it, a text up to the line's end, or metadata in braces. */
type Mode = 'statement' | 'declaration' | 'alias' | 'rest' | 'config';

interface Rule {
  readonly kind: SequenceToken['kind'] | 'skip';
  readonly at: RegExp;
  /** The mode that follows; the same when absent. */
  readonly leads?: Mode;
  readonly means?: string;
}

const rule = (kind: Rule['kind'], at: RegExp, leads?: Mode, means?: string): Rule => ({ kind, at, leads, means });
const word = (text: string, leads?: Mode) => rule('keyword', new RegExp(`${text}\\b`, 'iy'), leads, text);

const escaped = (text: string) => text.replace(/[\\|/)(]/g, '\\$&');
const byLength = [...arrowLooks.keys()].sort((a, b) => b.length - a.length);
const arrow = new RegExp(byLength.map(escaped).join('|'), 'iy');

/** A name may hold single dashes as long as no arrow begins there; two of them, `->` and `<` always end it. */
const name = /[^/\\+()<>:\n,;-]+(?:(?!--|-x|-\)|-\|?[\\/]|[\\/]\|-|\/\/-|\\\\-|\(\))-*[^+<>:\n,;-]+)*/iy;

const blocks = ['loop', 'rect', 'opt', 'alt', 'else', 'par_over', 'par', 'and', 'critical', 'option', 'break', 'box'];
const attached = ['links', 'link', 'properties', 'details'];

const blank = rule('skip', /[^\S\n]+/y);
const remark = rule('skip', /#[^\n]*/y);

/** First match wins. */
const rules: Readonly<Record<Mode, readonly Rule[]>> = {
  statement: [
    rule('newline', /\n+/y),
    blank,
    remark,
    rule('skip', /%(?!\{)[^\n]*|[^}\n]%%[^\n]*/y),
    rule('number', /(?:\d+(?:\.\d{1,2})?|\.\d{1,2})(?=\s)/y),
    word('participant', 'declaration'),
    word('actor', 'declaration'),
    word('create'),
    word('destroy', 'declaration'),
    ...blocks.map((block) => word(block, 'rest')),
    word('end'),
    rule('placement', /left of\b/iy, undefined, 'left'),
    rule('placement', /right of\b/iy, undefined, 'right'),
    ...attached.map((text) => rule('keyword', new RegExp(`${text}(?=[ \\t]+[^/\\\\+()<>:\\n,;\\s-])`, 'iy'), undefined, text)),
    rule('placement', /over\b/iy, undefined, 'over'),
    word('note'),
    word('activate', 'declaration'),
    word('deactivate', 'declaration'),
    rule('title', /title:?\s[^#\n;]+/iy),
    rule('remark', /acc(?:Title|Descr)\s*:\s*[^\n]*/iy),
    rule('remark', /accDescr\s*\{[^}]*(?:\}|$)/iy),
    rule('header', /sequenceDiagram\b/iy),
    word('autonumber'),
    word('off'),
    rule('punctuation', /,/y),
    rule('newline', /;/y),
    rule('participant', name),
    rule('arrow', arrow),
    rule('text', /:[^#\n;]*/y),
    rule('punctuation', /\(\)|[+-]/y),
    rule('unknown', /[^\n]/y),
  ],
  declaration: [
    blank,
    remark,
    rule('punctuation', /@\{/y, 'config'),
    rule('participant', /[^<>:\n,;@\s]+(?=\s*@\{)/y, 'declaration'),
    rule('participant', /[^<>:\n,;@\s]+(?=\s+as\s)/iy, 'alias'),
    rule('participant', /[^<>:\n,;@]*[^<>:\n,;@\s](?=\s*(?:[\n;#]|$))/y, 'statement'),
    rule('unknown', /[^\n]+/y, 'statement'),
    rule('newline', /\n+/y, 'statement'),
  ],
  config: [rule('config', /[^}]+/y), rule('punctuation', /\}(?=\s+as\s)/iy, 'alias', '}'), rule('punctuation', /\}/y, 'statement')],
  alias: [rule('newline', /\n+/y, 'statement'), blank, remark, rule('alias', /as\b/iy, 'rest'), rule('unknown', /[^\n]/y, 'statement')],
  rest: [blank, remark, rule('rest', /[^#\n;]*/y, 'statement')],
};

/** Cuts a quiet source into tokens up to its end; what fits nowhere is `unknown`. Never fails. */
export function tokenize(text: string): readonly SequenceToken[] {
  const tokens: SequenceToken[] = [];
  let mode: Mode = 'statement';
  let at = 0;
  while (at < text.length) {
    const { token, end, after } = next(text, at, mode);
    at = end;
    mode = after;
    if (token) tokens.push(token);
  }
  if (mode === 'rest') tokens.push({ kind: 'rest', text: '', from: at, to: at });
  tokens.push({ kind: 'end_of_file', text: '', from: at, to: at });
  return tokens;
}

function next(source: string, at: number, mode: Mode): { readonly token?: SequenceToken; readonly end: number; readonly after: Mode } {
  for (const { at: pattern, kind, means, leads } of rules[mode]) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (!match) continue;
    const found = { end: pattern.lastIndex, after: leads ?? mode };
    if (kind === 'skip') return found;
    const from = at + (match[0].length - match[0].trimStart().length);
    const text = match[0].trim();
    return { ...found, token: { kind, text: means ?? text, from, to: from + text.length } };
  }
  return { end: at + 1, after: 'statement' };
}
