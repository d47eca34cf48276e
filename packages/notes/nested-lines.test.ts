import { getIndentation, IndentContext } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { foldRange, indentOf, nestedLines } from './nested-lines.ts';

const stateOf = (source: string) => EditorState.create({ doc: source, extensions: [EditorState.tabSize.of(2)] });

function foldAt(source: string, line: number): string | null {
  const state = stateOf(source);
  const folded = foldRange(state, state.doc.line(line).from, 'mermaid');
  return folded && source.slice(folded.from, folded.to);
}

function indentAt(source: string): number | null {
  return indentOf(stateOf(source), source.length, 'mermaid');
}

it('folds a subgraph to its own end, past those inside it', () => {
  const source = 'flowchart LR\n  subgraph a\n    subgraph b\n      x\n    end\n  end\n  y';
  expect(foldAt(source, 2)).toBe('\n    subgraph b\n      x\n    end');
});

it('does not fold what never ends', () => {
  expect(foldAt('sequenceDiagram\n  loop every day\n    a->>b: hi', 2)).toBeNull();
});

it('indents the line that Enter is about to begin by the text before the caret', () => {
  const at = (before: string, after = '') => {
    const state = EditorState.create({ doc: before + after, extensions: [EditorState.tabSize.of(2), nestedLines('mermaid')] });
    return getIndentation(new IndentContext(state, { simulateBreak: before.length }), before.length);
  };
  expect(at('flowchart LR')).toBe(2);
  expect(at('flowchart LR\n  a --> b')).toBe(2);
  expect(at('flowchart LR\n  subgraph x')).toBe(4);
  expect(at('flowchart LR\n  subgraph x\n    a\n  end')).toBe(2);
  expect(at('flowchart LR\n  subgraph x\n    a', 'end')).toBe(2);
});

it('indents a new line by what stands above it, and draws an end back', () => {
  expect(indentAt('flowchart LR\n')).toBe(2);
  expect(indentAt('flowchart LR\n  a --> b\n')).toBe(2);
  expect(indentAt('flowchart LR\n  subgraph x\n')).toBe(4);
  expect(indentAt('flowchart LR\n  subgraph x\n    a\n    end')).toBe(2);
  expect(indentAt('sequenceDiagram\n  alt yes\n    a->>b: x\n    else')).toBe(2);
  expect(indentAt('classDiagram\n  class A {\n')).toBe(4);
});
