import type { Token } from '../mermaid/cursor.ts';
import { type LexicalRule, tokenizerOf } from '../mermaid/lexicon.ts';

export type BlockTokenKind =
  | 'block'
  | 'named_block'
  | 'columns'
  | 'space'
  | 'class_def'
  | 'class'
  | 'style'
  | 'ids'
  | 'declaration'
  | 'end'
  | 'opening'
  | 'closing'
  | 'arrow_opening'
  | 'arrow_closing'
  | 'direction'
  | 'name'
  | 'string'
  | 'link'
  | 'link_start'
  | 'link_label'
  | 'size'
  | 'unknown';

export type BlockToken = Token<BlockTokenKind>;

/** What the reader is in the middle of: each has its own words. */
type State =
  | 'plain'
  | 'string'
  | 'node'
  | 'arrow'
  | 'directions'
  | 'link'
  | 'class_def'
  | 'class_def_styles'
  | 'class'
  | 'class_name'
  | 'style'
  | 'styles'
  | 'description';
type Rule = LexicalRule<BlockTokenKind, State>;
type Effect = Omit<Rule, 'pattern' | 'kind'>;
const take = (kind: BlockTokenKind, pattern: string, effect: Effect = {}): Rule => ({ pattern, kind, ...effect });
const skip = (pattern: string, effect: Effect = {}): Rule => ({ pattern, ...effect });

const link = { solid: '[xo<]?--+[-xo>]\\s*', thick: '[xo<]?==+[=xo>]\\s*', dotted: '[xo<]?-?\\.+-[xo>]?\\s*' };
const anyOf = (...marks: readonly string[]) => marks.map((mark) => mark.replace(/[()[\]{}|\\/]/g, '\\$&')).join('|');
const names = '\\w+(?:,\\s*\\w+)*';

/** In the order in which Mermaid tries them. */
const rules: Readonly<Record<State, readonly Rule[]>> = {
  plain: [
    take('block', 'block-beta\\b'),
    take('named_block', 'block:'),
    take('block', 'block\\b'),
    skip('\\s+'),
    take('columns', 'columns\\s+(?:auto\\b|\\d+)'),
    take('unknown', '"`[^"]*'),
    skip('"', { enters: 'string' }),
    take('space', 'space(?::\\d+|\\b)'),
    take('unknown', '(?:default|linkStyle|interpolate)\\b'),
    take('class_def', 'classDef\\s+', { enters: 'class_def' }),
    take('class', 'class\\s+', { enters: 'class' }),
    take('style', 'style\\s+', { enters: 'style' }),
    take('unknown', 'acc(?:Title|Descr)\\s*:\\s*[^\\n]*'),
    skip('accDescr\\s*\\{\\s*', { enters: 'description' }),
    take('end', 'end\\b\\s*'),
    take('opening', anyOf('-)', '(-', '))', ')', '(((', '((', '{{', '{', '>', '([', '(', '[[', '[|', '[(', '[\\', '[/', '['), {
      enters: 'node',
    }),
    take('arrow_opening', '<\\[', { enters: 'arrow' }),
    take('name', '[^([\\n\\-){}\\s<>:=]+'),
    take('link', link.solid),
    take('link', link.thick),
    take('link', link.dotted),
    take('link_start', '[xo<]?(?:--|==|-\\.)\\s*', { enters: 'link' }),
    take('size', ':\\d+'),
  ],
  string: [skip('"', { leaves: 1 }), take('string', '[^"]+')],
  node: [
    take('closing', anyOf('(((', ')))', '))', '}}', '}', '(-', '-)', '((', ']]', '(', '])', '\\]', '/]', ')]', ')', ']>', ']'), {
      leaves: 1,
    }),
    take('unknown', '"`[^"]*'),
    skip('"', { enters: 'string' }),
  ],
  arrow: [take('unknown', '"`[^"]*'), skip('"', { enters: 'string' }), skip('\\]>\\s*\\(', { enters: 'directions' })],
  directions: [take('direction', ',?\\s*(?:right|left|x|y|up|down)\\s*'), take('arrow_closing', '\\)\\s*', { leaves: 2 })],
  link: [
    take('unknown', '"`[^"]*'),
    take('link_label', '"', { enters: 'string' }),
    ...Object.values(link).map((pattern) => take('link', `\\s*${pattern}`, { leaves: 1 })),
  ],
  class_def: [take('unknown', 'DEFAULT\\s+'), take('ids', '\\w+\\s+', { leaves: 1, enters: 'class_def_styles' })],
  class_def_styles: [take('declaration', '[^\\n]*', { leaves: 1 })],
  class: [take('ids', names, { leaves: 1, enters: 'class_name' })],
  class_name: [take('declaration', '[^\\n]*', { leaves: 1 })],
  style: [take('ids', names, { leaves: 1, enters: 'styles' })],
  styles: [take('declaration', '[^\\n]*', { leaves: 1 })],
  description: [skip('\\}', { leaves: 1 }), take('unknown', '[^}]+')],
};

/** Cuts a quiet source into tokens; what fits nowhere is `unknown` up to the end of its line. Never fails, and takes time in proportion to the text. */
export const tokenize: (text: string) => readonly BlockToken[] = tokenizerOf<BlockTokenKind, State>({
  rules,
  flags: '',
  start: 'plain',
  endsIn: new Set(['plain', 'class_def_styles', 'class_name', 'styles']),
});
