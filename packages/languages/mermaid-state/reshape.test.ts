import { patchText } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { expect, it } from 'vitest';
import { createBlockDeriver } from '../index.ts';
import { placedBlock } from '../testing/placed-block.ts';

const deriver = createBlockDeriver(createTextMeasurer());

function reshaped(source: string, id: string, outline: string): string {
  const block = placedBlock(deriver, 'mermaid', source);
  const edit = deriver.edit(block, [{ kind: 'change', node_id: id, change: Object.fromEntries([['outline', outline]]) }]);
  return 'refused' in edit ? edit.refused : patchText(source, edit.patches);
}

it.each([
  ['stateDiagram-v2\n  A --> B\n', 'B', 'diam', 'stateDiagram-v2\n  state B <<choice>>\n  A --> B\n'],
  ['stateDiagram-v2\n  A --> B\n', 'B', 'fork', 'stateDiagram-v2\n  state B <<join>>\n  A --> B\n'],
  ['stateDiagram-v2\n  A --> B\n', 'A', 'fork', 'stateDiagram-v2\n  state A <<fork>>\n  A --> B\n'],
  ['stateDiagram-v2\n  state B <<fork>>\n  A --> B\n', 'B', 'diam', 'stateDiagram-v2\n  state B <<choice>>\n  A --> B\n'],
  ['stateDiagram-v2\n  state B <<choice>>\n  A --> B\n', 'B', 'rounded', 'stateDiagram-v2\n  B\n  A --> B\n'],
  ['stateDiagram-v2\n  A --> B\n  B : waits\n', 'B', 'diam', 'Choices, forks and joins have no words and nothing in them.'],
  ['stateDiagram-v2\n  [*] --> B\n', 'root_start', 'diam', 'Starts and ends are what their transitions make them.'],
])('a state becomes a choice, a fork or a join, and back: %j', (source, id, outline, wanted) => {
  expect(reshaped(source, id, outline)).toBe(wanted);
});

it('a state that is named in a region of its own stands outside of it', () => {
  const source = 'stateDiagram-v2\n  state A {\n    A --> B\n    --\n    C --> D\n  }\n';
  const { shapes } = deriver.derive(placedBlock(deriver, 'mermaid', source));
  const parents = new Map(shapes.map(({ id, parent_id }) => [id, parent_id]));
  expect([parents.get('b/A'), parents.get('b/B')]).toEqual(['b', 'b/A']);
});
