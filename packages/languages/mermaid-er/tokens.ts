import type { Range, Token } from '../mermaid/cursor.ts';
import { directionsIn } from '../mermaid/lexicon.ts';
import { nextOf, rising } from '../mermaid/rising.ts';

export type ErTokenKind =
  | 'header'
  | 'name'
  | 'number'
  | 'quoted'
  | 'loose_quoted'
  | 'cardinality'
  | 'line'
  | 'punctuation'
  | 'keyword'
  | 'direction'
  | 'remark'
  | 'style_word'
  | 'attribute_word'
  | 'key'
  | 'comment'
  | 'unknown';

export type ErToken = Token<ErTokenKind>;

interface Rule {
  readonly at: RegExp;
  readonly kind: ErToken['kind'] | 'skip';
  readonly means?: string;
  /** What lies in the tokens that follow, until it ends. */
  readonly enters?: Mode;
  /** Tried only where such a word begins: it may go on to the end of its line. */
  readonly only?: 'generic';
}
type Mode = 'plain' | 'style' | 'block';

const rule = (kind: Rule['kind'], at: RegExp, means?: string, enters?: Mode, only?: Rule['only']): Rule => ({
  kind,
  at,
  means,
  enters,
  only,
});
const cardinality = (means: string, at: RegExp) => rule('cardinality', at, means);
const keyword = (means: string, enters?: Mode) => rule('keyword', new RegExp(`${means}\\b`, 'iy'), means, enters);

/** Non-ASCII letters with both halves of surrogate pairs, without the stand-ins of entities where Mermaid's own are not letters. */
const letter = '\\u00C0-\\uDFFF\\uE002-\\uFFFF';

/** First match wins: words that mean something come before names, so that an entity cannot be called `one`. */
const rules: Readonly<Record<Mode, readonly Rule[]>> = {
  plain: [
    rule('remark', /accTitle\s*:\s*[^\n]*/iy),
    rule('remark', /accDescr\s*:\s*[^\n]*/iy),
    rule('remark', /accDescr\s*\{[^}]*(?:\}|$)/iy),
    rule('skip', /[ \t\v\f]+/y),
    rule('newline', /\n+/y),
    rule('quoted', /"[^"%\n\v\\]+"/y),
    rule('loose_quoted', /"[^"]*"/y),
    rule('header', /erDiagram\b/iy),
    rule('punctuation', /\{/y, '{', 'block'),
    rule('punctuation', /:::/y, ':::'),
    rule('punctuation', /[:,[\]#]/y),
    keyword('style', 'style'),
    keyword('classDef', 'style'),
    keyword('class'),
    keyword('subgraph'),
    keyword('end'),
    cardinality('zero_or_one', /(?:one or zero|zero or one)\b|\|o\b|o\|/iy),
    cardinality('one_or_more', /one or (?:more|many)\b|1\+|many\(1\)|\}\||\|\{/iy),
    cardinality('zero_or_more', /zero or (?:more|many)\b|0\+|\}o\b|many\(0\)|many\b|o\{/iy),
    cardinality('only_one', /(?:only )?one\b|\|\|/iy),
    rule('number', /\d+\.\d+/y),
    cardinality('only_one', /1(?=\s+[\w"']|--|\.\.|\.-|-\.)/iy),
    rule('number', /\d+/y),
    cardinality('md_parent', /u(?=[.|-])/iy),
    rule('line', /--|to\b/iy, 'identifying'),
    rule('line', /\.\.|optionally to\b|\.-|-\./iy, 'non_identifying'),
    rule('name', /(?:[^\0-\x7F]|[\w.*-])+/y),
    rule('unknown', /[^\n]/y),
  ],
  style: [
    rule('newline', /[^\S\n]*\n+/y),
    rule('skip', /[^\S\n]+/y),
    rule('punctuation', /[:,#;]/y),
    rule('style_word', /(?:[^\0-\x7F]|[\w*-])+/y),
    rule('unknown', /[^\n]/y),
  ],
  block: [
    rule('skip', /\s+/y),
    rule('key', /\b(?:PK|FK|UK)\b/iy),
    rule('attribute_word', /[^\s~]*~[^\n]*~\S*/y, undefined, undefined, 'generic'),
    rule('attribute_word', new RegExp(`[*A-Za-z_${letter}][\\w\\-[\\]().,*${letter}]*`, 'y')),
    rule('attribute_word', /`[^`]+`/y),
    rule('comment', /"[^"]*"/y),
    rule('punctuation', /\}/y, '}'),
    rule('punctuation', /[?,]/y),
    rule('unknown', /[^\n]/y),
  ],
};

/** Cuts a quiet source into tokens up to its end; what fits nowhere is `unknown`. Never fails. */
export function tokenize(text: string): readonly ErToken[] {
  const directionAt = directionsIn(text, 'i');
  const isGeneric = genericsIn(text);
  const tokens: ErToken[] = [];
  let mode: Mode = 'plain';
  let at = 0;
  while (at < text.length) {
    const direction = mode === 'plain' ? directionAt(at) : undefined;
    const found: Found = direction ? { kind: 'direction', from: at, ...direction } : next(text, at, mode, isGeneric);
    at = found.to;
    mode = modeAfter(mode, found);
    if (found.kind !== 'skip') tokens.push({ kind: found.kind, text: found.text, from: found.from, to: found.to });
  }
  tokens.push({ kind: 'end_of_file', text: '', from: text.length, to: text.length });
  return tokens;
}

interface Found extends Range {
  readonly kind: ErToken['kind'] | 'skip';
  readonly text: string;
  readonly enters?: Mode;
}

/** Makes what tells whether a word with two `~` begins at an offset; ask with rising ones. */
function genericsIn(text: string): (at: number) => boolean {
  const tilde = nextOf(text, /~/g);
  const space = nextOf(text, /\s/g);
  const lineEnd = nextOf(text, /\n|$/g);
  // The last one of the line.
  const last = rising((from) => {
    const found = text.lastIndexOf('~', lineEnd(from));
    return found < from ? lineEnd(from) : found;
  });
  return (at) => tilde(at) < space(at) && tilde(at) < last(at) && text[last(at)] === '~';
}

function next(text: string, at: number, mode: Mode, isGeneric: (at: number) => boolean): Found {
  for (const { at: pattern, kind, means, enters, only } of rules[mode]) {
    if (only === 'generic' && !isGeneric(at)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { kind, text: means ?? withoutQuotes(match[0]), from: at, to: pattern.lastIndex, enters };
  }
  return { kind: 'skip', text: '', from: at, to: at + 1 };
}

function modeAfter(mode: Mode, found: Found): Mode {
  if (found.enters) return found.enters;
  if (mode === 'style' && found.kind === 'newline') return 'plain';
  if (mode === 'block' && found.kind === 'punctuation' && found.text === '}') return 'plain';
  return mode;
}

function withoutQuotes(text: string): string {
  return text.replace(/^(["`])([\s\S]*)\1$/, '$2');
}
