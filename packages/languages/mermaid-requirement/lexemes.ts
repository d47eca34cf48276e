import { directionsIn, type LexicalRule, type Lexicon } from '../mermaid/lexicon.ts';
import type { RequirementTokenKind } from './tokens.ts';
import { levels, methods, relationTypes, requirementTypes } from './words.ts';

/** What the reader is in the middle of: each has its own words. */
type State = 'plain' | 'string' | 'style' | 'remark_line' | 'remark_block';

type Rule = LexicalRule<RequirementTokenKind, State>;
type Effect = Omit<Rule, 'pattern' | 'kind'>;
const take = (kind: RequirementTokenKind | 'newline', pattern: string, effect: Effect = {}): Rule => ({ pattern, kind, ...effect });
const skip = (pattern: string, effect: Effect = {}): Rule => ({ pattern, ...effect });

/** Words with a meaning, each told by its own name. */
const words = (kind: RequirementTokenKind, ...names: readonly string[]): readonly Rule[] =>
  names.map((name) => take(kind, `${name}\\b`, { means: name }));

const rules: Readonly<Record<State, readonly Rule[]>> = {
  plain: [
    // Mermaid knows the word, and no use for it.
    take('unknown', 'title\\s[^#\\n;]+'),
    take('remark', 'acc(?:Title|Descr)\\s*:\\s*', { means: ':', enters: 'remark_line' }),
    skip('accDescr\\s*\\{\\s*', { enters: 'remark_block' }),
    take('newline', '(?:\\r?\\n)+'),
    skip('\\s+'),
    skip('#[^\\n]*'),
    skip('%[^\\n]*'),
    take('header', 'requirementDiagram\\b'),
    take('opening', '\\{'),
    take('closing', '\\}'),
    take('style_suffix', ':{3}'),
    take('colon', ':'),
    ...words('field', 'id', 'text', 'risk', 'verifyMethod'),
    ...words('type', ...Object.keys(requirementTypes)),
    ...words('level', ...Object.keys(levels)),
    ...words('method', ...Object.keys(methods)),
    ...words('keyword', 'element'),
    ...words('relation', ...relationTypes),
    ...words('field', 'type', 'docref'),
    take('keyword', 'style\\b', { means: 'style', enters: 'style' }),
    take('keyword', 'classDef\\b', { means: 'classDef', enters: 'style' }),
    take('keyword', 'class\\b', { means: 'class', enters: 'style' }),
    take('left', '<-'),
    take('right', '->'),
    take('line', '-'),
    skip('"', { enters: 'string' }),
    take('words', '\\w[^:,\\r\\n{<>\\-=]*'),
    take('comma', ','),
  ],
  string: [skip('"', { leaves: 1 }), take('string', '[^"]+')],
  style: [
    take('style_word', '\\w+'),
    take('style_word', '[:;#\\-]'),
    skip(' '),
    skip('"', { enters: 'string' }),
    skip('\\r?\\n', { leaves: 1 }),
    take('comma', ','),
  ],
  remark_line: [take('remark', '[^\\n]*', { leaves: 1 })],
  remark_block: [skip('\\}', { leaves: 1 }), take('remark', '[^}]+')],
};

export const requirementLexicon: Lexicon<RequirementTokenKind, State> = {
  rules,
  flags: 'i',
  start: 'plain',
  endsIn: new Set(['plain', 'style']),
  claims: (text) => {
    const claimAt = directionsIn(text, 'i');
    return (at, state) => (state === 'plain' ? claimAt(at) : undefined);
  },
};
