import type { Snippet, Syntax } from '../syntax.ts';
import { completeWords } from '../word-completion.ts';
import { keywords, values } from './keywords.ts';
import { d2Language } from './language.ts';

const snippets: readonly Snippet[] = [
  { label: 'connection', detail: 'from, to and words', template: '#{from} -> #{to}: #{label}' },
  { label: 'container', detail: 'things within', template: '#{name}: #{label} {\n\t#{child}\n}' },
  {
    label: 'sql_table',
    detail: 'columns and keys',
    template: '#{table}: {\n\tshape: sql_table\n\t#{id}: #{int} {constraint: primary_key}\n}',
  },
  {
    label: 'class',
    detail: 'fields and methods',
    template: '#{Name}: {\n\tshape: class\n\t+#{field}: #{string}\n\t+#{method}(): #{void}\n}',
  },
  {
    label: 'sequence_diagram',
    detail: 'messages in time',
    template: 'shape: sequence_diagram\n#{a} -> #{b}: #{asks}\n#{b} -> #{a}: #{answers} {style.stroke-dash: 3}',
  },
  { label: 'cylinder', detail: 'a data store', template: '#{db}: #{Database} {shape: cylinder}' },
];

export const manifest: Syntax = {
  id: 'd2',
  language: d2Language,
  complete: completeWords([...keywords, ...values], snippets),
  icons: { typed: /\bicon\s*:\s*([\w:-]*)$/, written: (id) => id },
  snippets: () => snippets,
  indentsBelow: (line) => /\{\s*$/.test(line),
  placeholder: 'web -> api: calls',
};
