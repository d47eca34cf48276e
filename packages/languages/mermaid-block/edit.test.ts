import type { Block, ShapeChange } from '@autograph/document';
import type { DerivedShapeEdit, StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { createBlockDeriver } from '../block-deriver.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const source = [
  'block',
  '  columns 3',
  '  a["A"] b:2 c',
  '  block:g["Group"]',
  '    d e',
  '  end',
  '  %% by hand',
  '  a --> b',
  '  b -- "asks" --> d',
  '  style b fill:#969;',
  '  class a,b hot',
  '',
].join('\n');
const block: Block = { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };

function edited(...edits: readonly DerivedShapeEdit[]) {
  const result = deriver.edit(block, edits);
  if ('refused' in result) throw new Error(result.refused);
  return { ...result, text: applyBlockEdit(block, result).source };
}

const changed = (node_id: string, change: ShapeChange) => edited({ kind: 'change', node_id, change });
const removed = (node_id: string) => edited({ kind: 'remove', node_id }).text;

function restructured(edit: StructureEdit) {
  const result = deriver.restructure(block, edit);
  if ('refused' in result) throw new Error(result.refused);
  return { ...result, text: applyBlockEdit(block, result).source };
}

describe('edits of a block diagram on the canvas', () => {
  it('change words and shapes between the quotes and around them', () => {
    expect(changed('a', { text: 'Big "A"' }).text).toBe(source.replace('"A"', '"Big #quot;A#quot;"'));
    expect(changed('c', { text: 'Sea' }).text).toBe(source.replace('b:2 c', 'b:2 c["Sea"]'));
    expect(changed('g', { text: 'Team' }).text).toBe(source.replace('"Group"', '"Team"'));
    expect(changed('a', { outline: 'cyl' }).text).toBe(source.replace('a["A"]', 'a[("A")]'));
    expect(changed('b', { outline: 'circle' }).text).toBe(source.replace('b:2', 'b(("b")):2'));
    expect(() => changed('a', { outline: 'person' })).toThrow('no such shape');
  });

  it('give styles in the line that there is, or in a new one', () => {
    expect(changed('b', { stroke: '#ff0000' }).text).toBe(source.replace('fill:#969;', 'fill:#969,stroke:#ff0000'));
    expect(changed('a', { fill: '#00ff00' }).text).toBe(`${source.trimEnd()}\n  style a fill:#00ff00\n`);
  });

  it('change words, lines, heads and ends of edges', () => {
    expect(changed('edge:a-b', { text: 'tells' }).text).toBe(source.replace('a --> b', 'a -- "tells" --> b'));
    expect(changed('edge:b-d', { text: 'told' }).text).toBe(source.replace('"asks"', '"told"'));
    expect(changed('edge:a-b', { stroke_style: 'dashed', start_head: 'triangle' }).text).toBe(source.replace('a --> b', 'a <-.-> b'));
    expect(changed('edge:a-b', { end_head: 'none' }).text).toBe(source.replace('a --> b', 'a --- b'));
    expect(changed('edge:a-b', { end: { shape_id: 'b/e' } }).text).toBe(source.replace('a --> b', 'a --> e'));
  });

  it('pin what is dragged; beyond the corner, everything, so that the rest stays on the page', () => {
    expect(changed('a', { x: 300, y: 200 })).toMatchObject({ patches: [], layout: { a: { x: 300, y: 200, pinned: true } } });
    expect(Object.keys(changed('g', { x: 300, y: 200 }).layout).sort()).toEqual(['d', 'e', 'g']);
    const beyond = changed('a', { x: -76 });
    expect(beyond.x).toBe(-100);
    expect(Object.keys(beyond.layout)).toContain('c');
  });

  it('take the place in the text of what they are dropped on, and stay where they are dropped on nothing', () => {
    const plain: Block = { ...block, source: 'block\n  columns 3\n  a["A"] b c\n  block:g\n    d e\n  end\n  a --> b\n' };
    const boxes = new Map(deriver.derive(plain).shapes.map(({ id, x, y, w, h }) => [id, { x, y, w, h }]));
    const drop = (moved: string, on: string) => {
      const { x = 0, y = 0 } = boxes.get(`b/${on}`) ?? {};
      const result = deriver.edit(plain, [{ kind: 'change', node_id: moved, change: { x: x + 4, y: y + 4 } }]);
      if ('refused' in result) throw new Error(result.refused);
      return applyBlockEdit(plain, result);
    };
    expect(drop('c', 'a').source).toBe(plain.source.replace('a["A"] b c', 'c a["A"] b'));
    expect(drop('a', 'c').source).toBe(plain.source.replace('a["A"] b c', 'b c a["A"]'));
    expect(drop('e', 'd').source).toBe(plain.source.replace('d e', 'e d'));
    expect(drop('c', 'a').layout).toEqual({});
    expect(changed('a', { x: 900, y: 700 }).patches).toEqual([]);
  });

  it('take out what is deleted, with its edges and its place in lists', () => {
    expect(removed('b')).toBe(
      source.replace(' b:2', '').replace('  a --> b\n  b -- "asks" --> d\n  style b fill:#969;\n', '').replace('a,b hot', 'a hot'),
    );
    expect(removed('edge:a-b')).toBe(source.replace('  a --> b\n', ''));
    expect(removed('g')).toBe(source.replace('  block:g["Group"]\n    d e\n  end\n', '').replace('  b -- "asks" --> d\n', ''));
  });

  it('write new edges and blocks, and what goes into another block', () => {
    expect(restructured({ kind: 'connect', from: 'c', to: 'a', at: { x: 0, y: 0 } })).toMatchObject({
      text: source.replace('--> d\n', '--> d\n  c --> a\n'),
      made: 'edge:c-a',
    });
    const added = restructured({ kind: 'add', from: 'c', at: { x: 500, y: 300 }, group: 'g' });
    expect(added.text).toBe(source.replace('d e\n', 'd e h["New block"]\n').replace('--> d\n', '--> d\n  c --> h\n'));
    expect(added).toMatchObject({ made: 'h', layout: { h: { pinned: true } } });
    expect(restructured({ kind: 'regroup', node_id: 'c', group: 'g' }).text).toBe(source.replace('b:2 c', 'b:2').replace('d e', 'd e c'));
    expect(restructured({ kind: 'regroup', node_id: 'e', group: null }).text).toContain('    d\n  end\n  e\n');
  });
});
