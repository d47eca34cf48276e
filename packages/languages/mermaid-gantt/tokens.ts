import type { Token } from '../mermaid/cursor.ts';

export type GanttTokenKind =
  | 'header'
  | 'setting'
  | 'flag'
  | 'weekday'
  | 'weekend'
  | 'title'
  | 'section'
  | 'remark'
  | 'click'
  | 'href'
  | 'call'
  | 'arguments'
  | 'task'
  | 'data'
  | 'unknown';

/** Texts and positions are without the blanks around, and those of data without the colon. */
export type GanttToken = Token<GanttTokenKind>;

type Mode = 'statement' | 'remark' | 'remarks' | 'click' | 'href' | 'call' | 'arguments';

interface Rule {
  readonly kind: GanttToken['kind'] | 'skip';
  /** A group takes the text, which is all of the match otherwise. */
  readonly at: RegExp;
  /** The mode that follows; the same when absent. */
  readonly leads?: Mode;
}

const rule = (kind: Rule['kind'], at: RegExp, leads?: Mode): Rule => ({ kind, at, leads });

/** First match wins. */
const rules: Readonly<Record<Mode, readonly Rule[]>> = {
  statement: [
    rule('unknown', /%%\{/y),
    rule('skip', /accTitle\s*:\s*/iy, 'remark'),
    rule('skip', /accDescr\s*:\s*/iy, 'remark'),
    rule('skip', /accDescr\s*\{\s*/iy, 'remarks'),
    rule('skip', /[^}]?%+[^\n]*/y),
    rule('newline', /\n+/y),
    rule('skip', /\s+/y),
    rule('skip', /href\s+"/iy, 'href'),
    rule('skip', /call\s+/iy, 'call'),
    rule('skip', /click\s+/iy, 'click'),
    rule('header', /gantt\b/iy),
    rule('setting', /(?:dateFormat|axisFormat|tickInterval|includes|excludes)\s[^#\n;]+/iy),
    rule('setting', /todayMarker\s[^\n;]+/iy),
    rule('flag', /(?:inclusiveEndDates|topAxis)\b/iy),
    rule('weekday', /weekday\s+((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iy),
    rule('weekend', /weekend\s+((?:fri|satur)day)\b/iy),
    rule('unknown', /\d{4}-\d\d-\d\d\b/y),
    rule('title', /title\s[^\n]+/iy),
    rule('unknown', /accDescription\s[^#\n;]+/iy),
    rule('section', /section\s[^\n]+/iy),
    rule('task', /[^:\n]+/y),
    rule('data', /:([^#\n;]+)/y),
    rule('unknown', /[^\n]/y),
  ],
  remark: [rule('remark', /[^\n]*/y, 'statement')],
  remarks: [rule('skip', /\}/y, 'statement'), rule('remark', /[^}]+/y)],
  click: [rule('skip', /\s/y, 'statement'), rule('click', /\S+/y)],
  href: [rule('skip', /"/y, 'statement'), rule('href', /[^"]+/y)],
  call: [rule('skip', /\(\s*\)/y, 'statement'), rule('skip', /\(/y, 'arguments'), rule('call', /[^(]+/y)],
  arguments: [rule('skip', /\)/y, 'statement'), rule('arguments', /[^)]+/y)],
};

/** Cuts a quiet source into tokens up to its end; what fits nowhere is `unknown`. Never fails. */
export function tokenize(text: string): readonly GanttToken[] {
  const tokens: GanttToken[] = [];
  let mode: Mode = 'statement';
  let at = 0;
  while (at < text.length) {
    const found = next(text, at, mode);
    at = found.end;
    mode = found.after;
    if (found.token) tokens.push(found.token);
  }
  // What is open at the end is never closed.
  if (mode !== 'statement') tokens.push({ kind: 'unknown', text: '', from: text.length, to: text.length });
  tokens.push({ kind: 'end_of_file', text: '', from: text.length, to: text.length });
  return tokens;
}

function next(source: string, at: number, mode: Mode): { readonly token?: GanttToken; readonly end: number; readonly after: Mode } {
  for (const { at: pattern, kind, leads } of rules[mode]) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (!match) continue;
    const found = { end: pattern.lastIndex, after: leads ?? mode };
    if (kind === 'skip') return found;
    const inner = match[1] ?? match[0];
    const start = found.end - inner.length;
    const text = inner.trim();
    const from = start + (inner.length - inner.trimStart().length);
    return { ...found, token: { kind, text, from, to: from + text.length } };
  }
  return { end: at + 1, after: 'statement' };
}
