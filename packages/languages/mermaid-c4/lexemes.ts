import { directionsIn, type LexicalRule, type Lexicon } from '../mermaid/lexicon.ts';
import type { C4TokenKind } from './tokens.ts';
import { forms } from './words.ts';

/** What the reader is in the middle of: each has its own words. */
type State = 'plain' | 'call' | 'arguments' | 'string' | 'key' | 'key_end' | 'value' | 'remark_line' | 'remark_block';

type Rule = LexicalRule<C4TokenKind, State>;
type Effect = Omit<Rule, 'pattern' | 'kind'>;
const take = (kind: C4TokenKind | 'newline', pattern: string, effect: Effect = {}): Rule => ({ pattern, kind, ...effect });
const skip = (pattern: string, effect: Effect = {}): Rule => ({ pattern, ...effect });

const rules: Readonly<Record<State, readonly Rule[]>> = {
  plain: [
    take('title', 'title\\s[^#\\n;]+'),
    take('remark', 'accDescription\\s[^#\\n;]+'),
    take('remark', 'acc(?:Title|Descr)\\s*:\\s*', { means: ':', enters: 'remark_line' }),
    skip('accDescr\\s*\\{\\s*', { enters: 'remark_block' }),
    skip('%%[^\\n]*\\n*'),
    take('newline', '\\s*\\n+'),
    skip('\\s+'),
    take('header', 'C4(?:Context|Container|Component|Dynamic|Deployment)\\b'),
    take('word', `(?:${[...forms.keys()].join('|')})\\b`, { enters: 'call' }),
    take('opening', '\\{'),
    take('closing', '\\}'),
  ],
  call: [take('empty', '\\( *,', { enters: 'arguments' }), skip('\\(', { enters: 'arguments' }), take('end', '\\)', { leaves: 2 })],
  arguments: [
    take('end', '\\)', { leaves: 2 }),
    take('empty', ',,'),
    skip(','),
    take('empty', ' *""'),
    skip(' *"', { enters: 'string' }),
    skip(' *\\$', { enters: 'key' }),
    // What is not in quotes goes on to the next comma, over parentheses and lines.
    take('argument', '[^,]+'),
  ],
  string: [skip('"', { leaves: 1 }), take('argument', '[^"]+')],
  key: [take('key', '[^=]+', { enters: 'key_end' })],
  key_end: [skip('= *"', { leaves: 1, enters: 'value' })],
  value: [take('value', '[^"]+'), skip('"', { leaves: 2 })],
  remark_line: [take('remark', '[^\\n]*', { leaves: 1 })],
  remark_block: [skip('\\}', { leaves: 1 }), take('remark', '[^}]+')],
};

export const c4Lexicon: Lexicon<C4TokenKind, State> = {
  rules,
  flags: '',
  start: 'plain',
  endsIn: new Set(['plain']),
  claims: (text) => {
    const claimAt = directionsIn(text);
    return (at, state) => (state === 'plain' ? claimAt(at) : undefined);
  },
};
