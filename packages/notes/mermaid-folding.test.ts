import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { foldRange } from './mermaid-folding.ts';

const source = 'flowchart LR\n  subgraph a\n    subgraph b\n      x\n    end\n  end\n  y';

it('folds a subgraph to its own end, past those inside it', () => {
  const state = EditorState.create({ doc: source });
  const folded = foldRange(state, state.doc.line(2).from);
  expect(folded && source.slice(folded.from, folded.to)).toBe('\n    subgraph b\n      x\n    end');
});

it('does not fold what never ends', () => {
  const state = EditorState.create({ doc: 'sequenceDiagram\n  loop every day\n    a->>b: hi' });
  expect(foldRange(state, state.doc.line(2).from)).toBeNull();
});
