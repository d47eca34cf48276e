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

it('offers shapes within braces, and arrows as they are begun', () => {
  expect(offers('flowchart LR\n  a@{ shape: cy')).toContain('cyl');
  expect(offers('flowchart LR\n  a -')).toEqual(expect.arrayContaining(['-->', '-.->']));
  expect(offers('flowchart LR\n  a -->')).not.toContain('-->');
  expect(offers('sequenceDiagram\n  A-')).toContain('->>');
  expect(offers('erDiagram\n  A |')).toContain('||--o{');
  expect(offers('classDiagram\n  A <')).toContain('<|--');
});
