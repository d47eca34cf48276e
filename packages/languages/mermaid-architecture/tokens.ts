import type { Token } from '../mermaid/cursor.ts';
import { type LexicalRule, tokenizerOf } from '../mermaid/lexicon.ts';

export type ArchitectureTokenKind =
  | 'keyword'
  | 'line'
  | 'colon'
  | 'dash'
  | 'side'
  | 'group_mark'
  | 'head'
  | 'remark'
  | 'title'
  | 'string'
  | 'name'
  | 'icon'
  | 'label'
  | 'direction'
  | 'unknown';

export type ArchitectureToken = Token<ArchitectureTokenKind>;
type Rule = LexicalRule<ArchitectureTokenKind, 'plain'>;

/** A word with a meaning, unless a longer name begins with it. */
const words = (...list: readonly string[]): readonly Rule[] =>
  list.map((word): Rule => ({ kind: 'keyword', pattern: `${word}(?!-*\\w)`, means: word }));

/** In the order in which Mermaid tries them: a name that begins with L, R, T or B is a side with something behind it. */
const rules: readonly Rule[] = [
  { pattern: '---[\\t ]*\\n(?:[\\s\\S]*?\\n)?---(?:\\n|(?!\\S))' },
  ...words('architecture-beta', 'junction', 'service', 'column', 'group', 'align', 'row'),
  { kind: 'line', pattern: '--' },
  ...words('in'),
  { kind: 'colon', pattern: ':' },
  { kind: 'dash', pattern: '-' },
  { kind: 'side', pattern: '[LRTB]' },
  { kind: 'group_mark', pattern: '\\{group\\}' },
  { kind: 'head', pattern: '[<>]' },
  { kind: 'remark', pattern: '[\\t ]*accDescr(?:[\\t ]*:(?:[^\\n]*?(?=%%)|[^\\n]*)|\\s*\\{[^}]*\\})' },
  { kind: 'remark', pattern: '[\\t ]*accTitle[\\t ]*:(?:[^\\n]*?(?=%%)|[^\\n]*)' },
  { kind: 'title', pattern: '[\\t ]*title(?:[\\t ][^\\n]*?(?=%%)|[\\t ][^\\n]*|)' },
  { kind: 'string', pattern: '"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\'\\\\]|\\\\.)*\'' },
  { kind: 'name', pattern: '\\w(?:[-\\w]*\\w)?' },
  { kind: 'newline', pattern: '\\n' },
  { pattern: '[\\t ]+' },
  { pattern: '[\\t ]*%%[^\\n]*' },
  { kind: 'icon', pattern: '\\([\\w:-]+\\)' },
  { kind: 'label', pattern: '\\[(?:"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\'\\\\]|\\\\.)*\'|[^\\[\\]\\n]+)\\]' },
];

/** Cuts a quiet source into tokens; what fits nowhere is `unknown` up to the end of its line. Never fails, and takes time in proportion to the text. */
export const tokenize: (text: string) => readonly ArchitectureToken[] = tokenizerOf<ArchitectureTokenKind, 'plain'>({
  rules: { plain: rules },
  flags: '',
  start: 'plain',
  endsIn: new Set(['plain']),
});
