import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { completeMermaid } from './completion.ts';

const offers = (source: string) =>
  completeMermaid(new CompletionContext(EditorState.create({ doc: source }), source.length, true))?.options.map(({ label }) => label) ?? [];

it('offers the kinds of diagram at the start', () => {
  expect(offers('seq')).toContain('sequenceDiagram');
});

it('offers the words of the kind and the names in use', () => {
  const labels = offers('---\ntitle: x\n---\nsequenceDiagram\n  participant Gateway\n  ');
  expect(labels).toEqual(expect.arrayContaining(['participant', 'activate', 'Gateway']));
  expect(labels).not.toContain('subgraph');
});
