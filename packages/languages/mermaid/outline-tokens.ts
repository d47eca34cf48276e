import type { Token } from './cursor.ts';

/** What diagrams that are outlines (mind maps, kanban boards) are made of; line ends are `newline`. */
export type OutlineTokenKind =
  | 'header'
  | 'blank_line'
  | 'indent'
  | 'id'
  | 'open'
  | 'text'
  | 'close'
  | 'class'
  | 'icon'
  | 'data'
  | 'unknown';

export type OutlineToken = Token<OutlineTokenKind>;

type Mode = 'statement' | 'class' | 'icon' | 'node' | 'string' | 'markdown' | 'data' | 'data_string';

interface Rule {
  readonly kind: OutlineToken['kind'] | 'skip';
  readonly at: RegExp;
  readonly enters?: Mode;
  readonly leaves?: true;
}

const rule = (kind: Rule['kind'], at: RegExp, then: Pick<Rule, 'enters' | 'leaves'> = {}): Rule => ({ kind, at, ...then });
const leave = { leaves: true } as const;

/** First match wins. */
function rulesOf(keyword: string, hasData: boolean): Readonly<Record<Mode, readonly Rule[]>> {
  return {
    statement: [
      ...(hasData ? [rule('data', /@\{/y, { enters: 'data' })] : []),
      rule('blank_line', /\s*%%.*/y),
      rule('header', new RegExp(`${keyword}\\b`, 'iy')),
      rule('skip', /:::/y, { enters: 'class' }),
      rule('skip', /::icon\(/iy, { enters: 'icon' }),
      // A line end of Windows is one line end.
      rule('blank_line', /(?!\r\n(?!\s*\n))\s+\n/y),
      rule('newline', /(?:\r?\n)+/y),
      rule('open', /-\)|\(-|\)\)|\)|\(\(|\{\{|\(|\[/y, { enters: 'node' }),
      rule('indent', /\s+/y),
      rule('id', hasData ? /[^([\n){}@]+/y : /[^([\n){}]+/y),
    ],
    class: [rule('class', /.+/y, leave), rule('skip', /\n/y, leave)],
    icon: [rule('icon', /[^)]+/y), rule('skip', /\)/y, leave)],
    node: [
      rule('skip', /"`/y, { enters: 'markdown' }),
      rule('skip', /"/y, { enters: 'string' }),
      rule('close', /\)\)|\)|\]|\}\}|\(-|-\)|\(\(|\(/y, leave),
      rule('text', /[^)\](}]+/y),
      rule('text', /.+(?!\(\()/y),
    ],
    string: [rule('text', /[^"]+/y), rule('skip', /"/y, leave)],
    markdown: [rule('text', /[^`"]+/y), rule('skip', /`"/y, leave)],
    data: [rule('data', /"/y, { enters: 'data_string' }), rule('data', /[^}^"]+/y), rule('skip', /\}/y, leave)],
    data_string: [rule('data', /"/y, leave), rule('data', /[^"]+/y)],
  };
}

/** A quiet source with the line ends of Windows, which mean less than a blank before a line end. */
export function withReturns(source: string, quiet: string): string {
  let text = '';
  for (const { index } of source.matchAll(/\r\n/g)) text += `${quiet.slice(text.length, index)}\r`;
  return text + quiet.slice(text.length);
}

/** Makes the function that cuts a quiet source into tokens up to its end; what fits nowhere is `unknown`. It never fails. */
export function outlineTokenizer(keyword: string, hasData = false): (quiet: string) => readonly OutlineToken[] {
  const rules = rulesOf(keyword, hasData);
  return (quiet) => {
    // Mermaid's parsers see every text with a line end after it.
    const text = `${quiet}\n`;
    const tokens: OutlineToken[] = [];
    const modes: Mode[] = ['statement'];
    let at = quiet.length - quiet.trimStart().length;
    while (at < text.length) {
      const found = matching(rules[modes.at(-1) ?? 'statement'], text, at);
      const to = found?.to ?? at + 1;
      if (found?.rule.kind !== 'skip') {
        const end = Math.min(to, quiet.length);
        tokens.push({ kind: found?.rule.kind ?? 'unknown', text: text.slice(at, to), from: Math.min(at, end), to: end });
      }
      if (found?.rule.leaves) modes.pop();
      if (found?.rule.enters) modes.push(found.rule.enters);
      at = to;
    }
    // What is open at the end is never closed.
    if (modes.length > 1) tokens.push({ kind: 'unknown', text: '', from: quiet.length, to: quiet.length });
    tokens.push({ kind: 'end_of_file', text: '', from: quiet.length, to: quiet.length });
    return tokens;
  };
}

function matching(rules: readonly Rule[], text: string, at: number): { readonly rule: Rule; readonly to: number } | undefined {
  for (const candidate of rules) {
    candidate.at.lastIndex = at;
    if (candidate.at.test(text)) return { rule: candidate, to: candidate.at.lastIndex };
  }
  return undefined;
}

/** Mermaid takes whole lines of remarks out before it reads, but for those that say nothing: what is blank only because of one is no blank line. */
export function withoutRemarks(source: string, tokens: readonly OutlineToken[]): readonly OutlineToken[] {
  const last = tokens.findLastIndex(({ kind }) => kind !== 'blank_line' && kind !== 'newline' && kind !== 'end_of_file');
  return tokens.map((token, at) =>
    at < last && token.kind === 'blank_line' && !token.text.includes('%%') && source.slice(token.from, token.to).includes('%%')
      ? { ...token, kind: 'newline' }
      : token,
  );
}
