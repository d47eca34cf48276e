import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mermaidLanguage } from './language.ts';

const names = tagHighlighter([
  { tag: tags.keyword, class: 'keyword' },
  { tag: tags.operator, class: 'operator' },
  { tag: tags.string, class: 'string' },
  { tag: tags.comment, class: 'comment' },
  { tag: tags.meta, class: 'meta' },
]);

function colours(source: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  highlightTree(mermaidLanguage.parser.parse(source), names, (from, to, name) => {
    found[name] = [...(found[name] ?? []), source.slice(from, to)];
  });
  return found;
}

it('tells keywords, edges, labels and comments apart', () => {
  const found = colours('flowchart LR\n  a[Web app] -->|reads| b %% note\n  subgraph x\n  end');
  expect(found.keyword).toEqual(['flowchart', 'LR', 'subgraph', 'end']);
  expect(found.operator).toEqual(['-->']);
  expect(found.string).toEqual(['Web app', 'reads']);
  expect(found.comment).toEqual(['%% note']);
});

it('reads front matter as such', () => {
  expect(colours('---\ntitle: a\n---\nerDiagram\n  A ||--o{ B : has').meta?.join('\n')).toContain('title: a');
});

it('gets through any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => void colours(`flowchart\n${text}`)));
});
