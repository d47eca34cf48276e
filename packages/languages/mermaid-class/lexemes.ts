import type { ClassToken } from './tokens.ts';

/** What the reader is in the middle of: each state has its own words. */
export type State =
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

export interface Rule {
  readonly pattern: string;
  /** Absent for what is passed over. */
  readonly kind?: ClassToken['kind'];
  readonly means?: string;
  readonly enters?: State;
  /** How many states end here. */
  readonly leaves?: number;
  /** What was read is read again in the state outside. */
  readonly stays?: boolean;
}

type Effect = Omit<Rule, 'pattern' | 'kind'>;
const take = (kind: ClassToken['kind'], pattern: string, effect: Effect = {}): Rule => ({ pattern, kind, ...effect });
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

/** One expression a state: an alternative for each of its rules, tried in their order. */
const compiled = new Map<string, RegExp>(
  Object.entries(rules).map(([state, list]) => [state, new RegExp(list.map(({ pattern }) => `(${pattern})`).join('|'), 'uy')]),
);

/** The rule of a state that fits at an offset, and where it ends; undefined when none does. */
export function lexemes(state: State, text: string, at: number): { readonly rule: Rule; readonly to: number } | undefined {
  const pattern = compiled.get(state);
  if (!pattern) return undefined;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const index = match?.findIndex((group, i) => i > 0 && group !== undefined) ?? -1;
  const rule = rules[state][index - 1];
  return rule && match ? { rule, to: at + match[0].length } : undefined;
}
