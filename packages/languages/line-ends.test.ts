import { type DerivedShapeEdit, patchText } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { expect, it } from 'vitest';
import { createBlockDeriver } from './index.ts';

const deriver = createBlockDeriver(createTextMeasurer());

it.each<readonly [string, string, DerivedShapeEdit]>([
  ['d2', 'a\nb\n', { kind: 'change', node_id: 'a', change: { fill: '#ff8800' } }],
  ['mermaid', 'classDiagram\n  A --> B : is\n  class C\n', { kind: 'remove', node_id: 'A' }],
])('an edit of %s leaves a file of Windows with the line ends of Windows: %j', (language, plain, edit) => {
  const of = (source: string) => ({ id: 'b', language, source, x: 0, y: 0, index: 'a0', layout: {} });
  const windows = (text: string) => text.replaceAll('\n', '\r\n');
  const written = (source: string) => {
    const result = deriver.edit(of(source), [edit]);
    if ('refused' in result) throw new Error(result.refused);
    return patchText(source, result.patches);
  };
  expect(written(plain)).not.toBe(plain);
  expect(written(windows(plain))).toBe(windows(written(plain)));
});

it('lines that are put below the last one leave no half of a line end behind', () => {
  const source = 'mindmap\r\n  Root\r\n    One\r\n    Two';
  const block = { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  const nodes = deriver.derive(block).shapes.flatMap(({ text, origin }) => (origin ? [[text, origin.node_id] as const] : []));
  const idOf = (name: string) => nodes.find(([text]) => text === name)?.[1] ?? '';
  const result = deriver.restructure(block, { kind: 'connect', from: idOf('Two'), to: idOf('One'), at: { x: 0, y: 0 } });
  if ('refused' in result) throw new Error(result.refused);
  expect(patchText(source, result.patches)).toBe('mindmap\r\n  Root\r\n    Two\r\n      One');
});
