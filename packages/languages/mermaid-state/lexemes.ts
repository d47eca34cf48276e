import { directionsIn, type LexicalRule, type Lexicon } from '../mermaid/lexicon.ts';
import type { StateTokenKind } from './tokens.ts';

/** What the reader is in the middle of: each has its own words. */
type State =
  | 'plain'
  | 'body'
  | 'state'
  | 'long_name'
  | 'alias'
  | 'note'
  | 'note_id'
  | 'note_text'
  | 'free_note'
  | 'free_note_id'
  | 'remark_line'
  | 'remark_block'
  | 'class_def'
  | 'class_def_styles'
  | 'class'
  | 'class_name'
  | 'style'
  | 'styles'
  | 'scale';

type Rule = LexicalRule<StateTokenKind, State>;
type Effect = Omit<Rule, 'pattern' | 'kind'>;
const take = (kind: StateTokenKind | 'newline', pattern: string, effect: Effect = {}): Rule => ({ pattern, kind, ...effect });
const skip = (pattern: string, effect: Effect = {}): Rule => ({ pattern, ...effect });

const comments = [skip('#[^\\n]*'), skip('%%(?!\\{)[^\\n]*')];
const space = skip('[^\\S\\n]+');
const styling = [
  take('class_def', 'classDef\\s+', { enters: 'class_def' }),
  take('class', 'class\\s+', { enters: 'class' }),
  take('style', 'style\\s+', { enters: 'style' }),
];
const state = skip('state\\s+', { enters: 'state' });
const note = take('note', 'note\\s+', { enters: 'note' });
const names = [
  take('point', '\\[\\*\\]'),
  take('word', '(?:(?!%%)[^:\\n\\s\\-{])+'),
  take('description', '\\s*:(?:[^:\\n;]|:[^:\\n;])+'),
  take('arrow', '-->'),
];
const pseudo = (['fork', 'join', 'choice'] as const).flatMap((kind) => [
  // Not over the whole of a line without end: names are short.
  take(kind, `.{0,80}<<${kind}>>`, { leaves: 1 }),
  take(kind, `.{0,80}\\[\\[${kind}\\]\\]`, { leaves: 1 }),
]);

const rules: Readonly<Record<State, readonly Rule[]>> = {
  plain: [
    take('click', 'click\\b'),
    take('href', 'href\\b'),
    take('string', '"[^"]*"'),
    take('unknown', 'default\\b'),
    take('newline', '\\n+'),
    skip('\\s+'),
    ...comments,
    take('setting', 'scale\\s+', { enters: 'scale' }),
    take('remark', 'acc(?:Title|Descr)\\s*:\\s*', { means: ':', enters: 'remark_line' }),
    skip('accDescr\\s*\\{\\s*', { enters: 'remark_block' }),
    ...styling,
    state,
    take('opening', '\\{', { enters: 'body' }),
    note,
    take('header', 'stateDiagram(?:-v2)?\\s+'),
    take('setting', 'hide empty description\\b', { means: 'hide' }),
    ...names,
    take('style_suffix', ':::'),
  ],
  body: [
    space,
    ...comments,
    ...styling,
    state,
    take('closing', '\\}', { leaves: 1 }),
    skip('\\n'),
    note,
    ...names,
    take('divider', '--'),
    take('style_suffix', ':::'),
  ],
  state: [
    space,
    ...comments,
    ...pseudo,
    skip('"', { enters: 'long_name' }),
    take('as', '\\s*as\\s+', { enters: 'alias' }),
    take('unknown', '\\w+\\s+\\w+.{0,80}?\\{'),
    take('name', '[^\\n\\s{]+'),
    skip('\\n', { leaves: 1 }),
    take('opening', '\\{', { leaves: 1, enters: 'body' }),
  ],
  long_name: [skip('"', { leaves: 1 }), take('long_name', '[^"]+')],
  alias: [take('word', '(?:(?!%%)[^\\n{])*', { leaves: 1 })],
  note: [
    take('left of', 'left of\\b', { leaves: 1, enters: 'note_id' }),
    take('right of', 'right of\\b', { leaves: 1, enters: 'note_id' }),
    skip('"', { leaves: 1, enters: 'free_note' }),
  ],
  note_id: [take('word', '\\s*(?:(?!%%)[^:\\n\\s\\-])+', { leaves: 1, enters: 'note_text' })],
  note_text: [take('note_text', '\\s*:[^:\\n;]+', { leaves: 1 }), take('note_text', '[\\s\\S]*?\\n[^\\S\\n]*end note\\b', { leaves: 1 })],
  free_note: [take('as', '\\s*as\\s*', { leaves: 1, enters: 'free_note_id' }), skip('"'), take('note_text', '[^"]+')],
  free_note_id: [take('word', '(?:(?!%%)[^\\n])*', { leaves: 1 })],
  remark_line: [take('remark', '[^\\n]*', { leaves: 1 })],
  remark_block: [skip('\\}', { leaves: 1 }), take('remark', '[^}]+')],
  class_def: [
    // Mermaid knows the word, and no use for it.
    take('unknown', 'default\\s+', { leaves: 1, enters: 'class_def_styles' }),
    take('class_name', '\\w+\\s+', { leaves: 1, enters: 'class_def_styles' }),
  ],
  class_def_styles: [take('styles', '[^\\n]*', { leaves: 1 })],
  class: [take('ids', '\\w+(?:,\\s*\\w+)*', { leaves: 1, enters: 'class_name' })],
  class_name: [take('class_name', '[^\\n]*', { leaves: 1 })],
  style: [take('ids', '[\\w,]+\\s+', { leaves: 1, enters: 'styles' })],
  styles: [take('styles', '[^\\n]*', { leaves: 1 })],
  scale: [take('number', '\\d+'), skip('\\s+width\\b', { leaves: 1 })],
};

/** Words that are read as what they are although a direction follows on their line. */
const stronger = {
  plain: /click\b|href\b|"[^"]*"|default\b/iy,
  body: /[^\S\n]|#|%%(?!\{)|(?:classDef|class|style|state)\s/iy,
};

export const stateLexicon: Lexicon<StateTokenKind, State> = {
  rules,
  flags: 'i',
  start: 'plain',
  endsIn: new Set(['plain', 'state', 'body']),
  claims: (text) => {
    const claimAt = directionsIn(text, 'i');
    return (at, within) => {
      if (within !== 'plain' && within !== 'body') return undefined;
      stronger[within].lastIndex = at;
      const claim = claimAt(at);
      return claim && !stronger[within].test(text) ? claim : undefined;
    };
  },
};
