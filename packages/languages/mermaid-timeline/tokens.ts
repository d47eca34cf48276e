import type { Token } from '../mermaid/cursor.ts';

export type TimelineTokenKind = 'header' | 'title' | 'section' | 'event' | 'period' | 'remark' | 'unknown';

export type TimelineToken = Token<TimelineTokenKind>;

type Mode = 'statement' | 'remark' | 'remarks';

interface Rule {
  readonly kind: TimelineToken['kind'] | 'skip';
  readonly at: RegExp;
  /** The mode that follows; the same when absent. */
  readonly leads?: Mode;
}

const rule = (kind: Rule['kind'], at: RegExp, leads?: Mode): Rule => ({ kind, at, leads });

/** First match wins. */
const rules: Readonly<Record<Mode, readonly Rule[]>> = {
  statement: [
    rule('skip', /%(?!\{)[^\n]*|[^}]%%[^\n]*/y),
    rule('newline', /\n+/y),
    rule('skip', /\s+|#[^\n]*/y),
    rule('header', /timeline[ \t]+(?:LR|TD)\b|timeline\b/iy),
    rule('title', /title\s[^\n]+/iy),
    rule('skip', /acc(?:Title|Descr)\s*:\s*/iy, 'remark'),
    rule('skip', /accDescr\s*\{\s*/iy, 'remarks'),
    rule('section', /section\s[^:\n]+/iy),
    rule('event', /:\s(?:[^:\n]|:(?!\s))+/y),
    rule('period', /[^#:\n]+/y),
    rule('unknown', /./y),
  ],
  remark: [rule('remark', /[^\n]*/y, 'statement')],
  remarks: [rule('skip', /\}/y, 'statement'), rule('remark', /[^}]+/y)],
};

/** Cuts a quiet source into tokens up to its end; what fits nowhere is `unknown`. Texts are without the blanks around. Never fails. */
export function tokenize(text: string): readonly TimelineToken[] {
  const tokens: TimelineToken[] = [];
  let mode: Mode = 'statement';
  let at = 0;
  while (at < text.length) {
    const found = next(text, at, mode);
    at = found.to;
    mode = found.after;
    if (found.token) tokens.push(found.token);
  }
  // What is open at the end is never closed.
  if (mode !== 'statement') tokens.push({ kind: 'unknown', text: '', from: at, to: at });
  tokens.push({ kind: 'end_of_file', text: '', from: at, to: at });
  return tokens;
}

function next(source: string, at: number, mode: Mode): { readonly token?: TimelineToken; readonly to: number; readonly after: Mode } {
  for (const { at: pattern, kind, leads } of rules[mode]) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (!match) continue;
    const found = { to: pattern.lastIndex, after: leads ?? mode };
    if (kind === 'skip') return found;
    const text = match[0].trim();
    const from = at + (match[0].length - match[0].trimStart().length);
    return { ...found, token: { kind, text, from, to: from + text.length } };
  }
  return { to: at + 1, after: 'statement' };
}
