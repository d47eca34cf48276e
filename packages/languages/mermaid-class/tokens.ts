import type { Token } from '../mermaid/cursor.ts';
import { directionsIn } from './directions.ts';
import { lexemes, type State } from './lexemes.ts';

export type ClassTokenKind =
  | 'header'
  | 'direction'
  | 'remark'
  | 'word'
  | 'letter'
  | 'minus'
  | 'dot'
  | 'quoted_name'
  | 'generic'
  | 'string'
  | 'label'
  | 'class_suffix'
  | 'keyword'
  | 'punctuation'
  | 'member'
  | 'head'
  | 'line'
  | 'link_target'
  | 'callback_name'
  | 'callback_arguments'
  | 'unknown';

export type ClassToken = Token<ClassTokenKind>;

/** Cuts a quiet source into tokens; what fits nowhere is `unknown` up to the end of its line. Never fails, and takes time in proportion to the text. */
export function tokenize(text: string): readonly ClassToken[] {
  // Mermaid's parser sees every text with a line end after it.
  const whole = `${text}\n`;
  const directionAt = directionsIn(whole);
  const tokens: ClassToken[] = [];
  const states: State[] = ['plain'];
  let at = 0;
  const push = (kind: ClassToken['kind'], meaning: string, to: number) =>
    tokens.push({ kind, text: meaning, from: Math.min(at, text.length), to: Math.min(to, text.length) });
  while (at < whole.length) {
    const state = states.at(-1) ?? 'plain';
    const direction = state === 'plain' ? directionAt(at) : undefined;
    if (direction) {
      push('direction', direction.text, direction.to);
      at = direction.to;
      continue;
    }
    const found = lexemes(state, whole, at);
    if (!found) {
      const end = Math.max(at + 1, whole.indexOf('\n', at));
      push('unknown', whole.slice(at, end), end);
      at = end;
      continue;
    }
    const { rule, to } = found;
    if (rule.kind) push(rule.kind, rule.means ?? whole.slice(at, to), to);
    if (!rule.stays) at = to;
    for (let left = rule.leaves ?? 0; left > 0 && states.length > 1; left--) states.pop();
    if (rule.enters) states.push(rule.enters);
  }
  // A quoted text, a body or an argument list that nothing closes.
  const open = states.at(-1);
  if (open !== undefined && !endsAnywhere.has(open)) push('unknown', '', at);
  push('end_of_file', '', at);
  return tokens;
}

const endsAnywhere: ReadonlySet<State> = new Set(['plain', 'class', 'namespace']);
