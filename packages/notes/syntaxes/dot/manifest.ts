import type { Snippet, Syntax } from '../syntax.ts';
import { completeWords } from '../word-completion.ts';
import { attributes, keywords, values } from './keywords.ts';
import { dotLanguage } from './language.ts';

const snippets: readonly Snippet[] = [
  { label: 'digraph', detail: 'arrows between nodes', template: 'digraph {\n\t#{a} -> #{b}\n}' },
  { label: 'cluster', detail: 'a box around nodes', template: 'subgraph cluster_#{name} {\n\tlabel="#{Label}"\n\t#{a}\n}' },
  { label: 'node', detail: 'with words and a shape', template: '#{id} [label="#{Label}", shape=#{box}]' },
  { label: 'record', detail: 'a box with fields', template: '#{id} [shape=record, label="{#{Title}|#{field}}"]' },
];

export const manifest: Syntax = {
  id: 'dot',
  language: dotLanguage,
  complete: completeWords([...keywords, ...attributes, ...values], snippets),
  snippets: () => snippets,
  indentsBelow: (line) => /[{[]\s*$/.test(line),
  placeholder: 'digraph {\n  a -> b\n}',
};
