import { directionsIn, type LexicalRule, type Lexicon } from '../mermaid/lexicon.ts';
import type { ClassTokenKind } from './tokens.ts';

/** What the reader is in the middle of: each state has its own words. */
type State =
  | 'plain'
  | 'class'
  | 'body'
  | 'namespace'
  | 'namespace_body'
  | 'string'
  | 'generic'
  | 'backtick'
  | 'remark_line'
  | 'remark_block'
  | 'callback_name'
  | 'callback_arguments';

type Rule = LexicalRule<ClassTokenKind, State>;
type Effect = Omit<Rule, 'pattern' | 'kind'>;
const take = (kind: ClassTokenKind | 'newline', pattern: string, effect: Effect = {}): Rule => ({ pattern, kind, ...effect });
const skip = (pattern: string, effect: Effect = {}): Rule => ({ pattern, ...effect });

const quote = skip('"', { enters: 'string' });
const newline = '\\s*\\n+';
/** Letters of the basic plane, as Mermaid's grammar lists them. */
const letter = '(?![\\u{10000}-\\u{10ffff}])\\p{L}';
const keywords = [
  take('keyword', 'cssClass\\b'),
  take('keyword', 'callback\\b'),
  take('keyword', 'link\\b'),
  take('keyword', 'click\\b'),
  take('keyword', 'note for\\b'),
  take('keyword', 'note\\b'),
  take('punctuation', '<<'),
  take('punctuation', '>>'),
  take('keyword', 'href\\b'),
];
const lines = [
  take('link_target', '_(?:self|blank|parent|top)\\b'),
  take('head', '\\s*<\\|', { means: 'extension' }),
  take('head', '\\s*\\|>', { means: 'extension' }),
  take('head', '\\s*[<>]', { means: 'dependency' }),
  take('head', '\\s*\\*', { means: 'composition' }),
  take('head', '\\s*o\\b', { means: 'aggregation' }),
  take('head', '\\s*\\(\\)', { means: 'lollipop' }),
  take('line', '--', { means: 'solid' }),
  take('line', '\\.\\.', { means: 'dashed' }),
  take('label', ':[^:\\n;]+'),
  take('class_suffix', ':::'),
  take('minus', '-'),
  take('dot', '\\.'),
];
const words = [take('word', '\\w+'), take('punctuation', '[[\\]]'), take('unknown', '[!"#$&\'*+,?`/\\\\%=]'), take('letter', letter)];
/** What may stand in a statement of any kind. */
const common = [...keywords, skip('~', { enters: 'generic' }), skip('`', { enters: 'backtick' }), ...lines, ...words];

/** First match wins, as in Mermaid: words that mean something come before names, so that a class cannot be called `note`. */
const rules: Readonly<Record<State, readonly Rule[]>> = {
  plain: [
    skip('%%[^\\n]*\\n*'),
    take('remark', 'acc(?:Title|Descr)\\s*:\\s*', { means: ':', enters: 'remark_line' }),
    skip('accDescr\\s*\\{\\s*', { enters: 'remark_block' }),
    take('newline', newline),
    skip('\\s+'),
    take('header', 'classDiagram(?:-v2)?\\b'),
    take('unknown', '\\[\\*\\]'),
    skip('call\\s+', { enters: 'callback_name' }),
    quote,
    take('keyword', 'style\\b'),
    take('keyword', 'classDef\\b'),
    take('keyword', 'namespace\\b', { enters: 'namespace' }),
    take('keyword', 'class\\b', { enters: 'class' }),
    ...keywords,
    skip('~', { enters: 'generic' }),
    skip('`', { enters: 'backtick' }),
    ...lines,
    take('unknown', '\\+'),
    take('punctuation', '[:,#%]'),
    ...words,
  ],
  class: [
    quote,
    take('newline', newline, { leaves: 1 }),
    skip('\\s+'),
    take('punctuation', '\\}', { leaves: 2 }),
    take('punctuation', '\\{', { enters: 'body' }),
    ...common,
  ],
  body: [
    quote,
    take('punctuation', '\\}', { leaves: 1 }),
    take('unknown', '\\[\\*\\]'),
    take('unknown', '\\{'),
    skip('\\n'),
    take('member', '[^{}\\n]+'),
  ],
  namespace: [
    quote,
    take('keyword', 'namespace\\b', { enters: 'namespace' }),
    take('newline', newline, { leaves: 1 }),
    skip('\\s+'),
    take('punctuation', '\\{', { enters: 'namespace_body' }),
    skip('\\}', { leaves: 1, stays: true }),
    ...common,
  ],
  namespace_body: [
    quote,
    take('keyword', 'namespace\\b', { enters: 'namespace' }),
    take('punctuation', '\\}', { leaves: 1 }),
    take('newline', newline),
    skip('\\s+'),
    take('unknown', '\\[\\*\\]'),
    take('keyword', 'class\\b', { enters: 'class' }),
    ...common,
  ],
  string: [skip('"', { leaves: 1 }), take('string', '[^"]+')],
  generic: [quote, ...keywords, skip('~', { leaves: 1 }), take('generic', '[^~]+')],
  backtick: [quote, ...keywords, skip('~', { enters: 'generic' }), skip('`', { leaves: 1 }), take('quoted_name', '[^`]+')],
  remark_line: [take('remark', '[^\\n]+', { leaves: 1 })],
  remark_block: [skip('\\}', { leaves: 1 }), take('remark', '[^}]+')],
  callback_name: [
    skip('\\(\\s*\\)', { leaves: 1 }),
    skip('\\(', { leaves: 1, enters: 'callback_arguments' }),
    take('callback_name', '[^(]+'),
  ],
  callback_arguments: [skip('\\)', { leaves: 1 }), take('callback_arguments', '[^)]+')],
};

export const classLexicon: Lexicon<ClassTokenKind, State> = {
  rules,
  flags: 'u',
  start: 'plain',
  endsIn: new Set(['plain', 'class', 'namespace']),
  claims: (text) => {
    const claimAt = directionsIn(text);
    return (at, state) => (state === 'plain' ? claimAt(at) : undefined);
  },
};
