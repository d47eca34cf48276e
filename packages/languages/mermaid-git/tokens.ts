import type { Token } from '../mermaid/cursor.ts';

export type GitTokenKind = 'keyword' | 'name' | 'string' | 'number' | 'title' | 'remark' | 'unknown';

export type GitToken = Token<GitTokenKind>;

/** Longest first, so that none hides another. */
const keywords = [
  'cherry-pick',
  'HIGHLIGHT',
  'gitGraph:',
  'checkout',
  'gitGraph',
  'REVERSE',
  'parent:',
  'branch',
  'commit',
  'NORMAL',
  'order:',
  'switch',
  'merge',
  'type:',
  'msg:',
  'tag:',
  'id:',
  'BT',
  'LR',
  'TB',
  ':',
] as const;

const nameAt = /\w(?:[-./\w]*[-\w])?/y;

interface Rule {
  readonly kind: GitToken['kind'] | 'skip';
  readonly at: RegExp;
}

/** What follows the keywords; first match wins. */
const rules: readonly Rule[] = [
  { kind: 'remark', at: /accDescr(?:[\t ]*:(?:[^\n\r]*?(?=%%)|[^\n\r]*)|\s*\{[^}]*\})/y },
  // One that nothing closes: what is behind it is looked through once.
  { kind: 'unknown', at: /accDescr\s*\{[^}]*$/y },
  { kind: 'remark', at: /accTitle[\t ]*:(?:[^\n\r]*?(?=%%)|[^\n\r]*)/y },
  { kind: 'title', at: /title(?:[\t ][^\n\r]*?(?=%%)|[\t ][^\n\r]*|)/y },
  { kind: 'number', at: /0|[1-9][0-9]*(?!\.)/y },
  { kind: 'string', at: /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y },
  { kind: 'skip', at: /%%[^\n]*/y },
  { kind: 'name', at: nameAt },
  { kind: 'unknown', at: /[^\n]/y },
];

/** Cuts a quiet source into tokens up to its end; what fits nowhere is `unknown`. Never fails. Strings keep their quotes. */
export function tokenize(text: string): readonly GitToken[] {
  const tokens: GitToken[] = [];
  let at = 0;
  while (at < text.length) {
    const { kind, to } = next(text, at);
    if (kind !== 'skip') tokens.push({ kind, text: text.slice(at, to), from: at, to });
    at = to;
  }
  tokens.push({ kind: 'end_of_file', text: '', from: at, to: at });
  return tokens;
}

function next(source: string, at: number): { readonly kind: GitToken['kind'] | 'skip'; readonly to: number } {
  const mark = source[at];
  if (mark === ' ' || mark === '\t') return { kind: 'skip', to: at + 1 };
  if (mark === '\n') return { kind: 'newline', to: at + 1 };
  const name = matchEnd(nameAt, source, at) ?? at;
  const keyword = keywords.find(
    (word) => source.startsWith(word, at) && (word !== 'gitGraph' || /^(?:%%|\s|$)/.test(source.slice(at + 8, at + 10))),
  );
  if (keyword) return name > at + keyword.length ? { kind: 'name', to: name } : { kind: 'keyword', to: at + keyword.length };
  for (const { kind, at: pattern } of rules) {
    const to = matchEnd(pattern, source, at);
    if (to !== undefined) return { kind, to };
  }
  return { kind: 'unknown', to: at + 1 };
}

function matchEnd(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', 0: '\0' };

/** What a quoted text stands for. */
export function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\([\s\S])/g, (_, mark: string) => escapes[mark] ?? mark);
}
