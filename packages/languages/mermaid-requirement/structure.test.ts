import type { Block } from '@autograph/document';
import type { StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { createBlockDeriver } from '../block-deriver.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const source = 'requirementDiagram\n  requirement fast {\n    id: 1\n  }\n  element engine {\n  }\n  %% end\n';
const block: Block = { ...{ id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0' }, layout: { engine: { x: 50, y: 50 } } };

function change(edit: StructureEdit) {
  const result = deriver.restructure(block, edit);
  if ('refused' in result) throw new Error(result.refused);
  return { ...result, text: applyBlockEdit(block, result).source };
}

describe('what is drawn into a requirement diagram', () => {
  it('becomes a relation that fits what it joins', () => {
    const { text, made, layout } = change({ kind: 'connect', from: 'engine', to: 'fast', at: { x: 0, y: 0 } });
    expect(text).toBe(source.replace('  }\n  %%', '  }\n  engine - satisfies -> fast\n  %%'));
    expect([made, layout]).toEqual(['engine -satisfies-> fast', { 'engine -satisfies-> fast': { x: 50, y: 50 } }]);
    expect(() => change({ kind: 'connect', from: 'engine', to: 'nobody', at: { x: 0, y: 0 } })).toThrow('joins two');
  });

  it('becomes a requirement, with a relation from what it was dragged out of', () => {
    const { text, made, layout } = change({ kind: 'add', from: 'fast', at: { x: 300, y: 200 } });
    expect(text).toBe(source.replace('  }\n  %%', '  }\n  requirement need {\n  }\n  fast - derives -> need\n  %%'));
    expect(made).toBe('need');
    expect(layout.need).toMatchObject({ pinned: true });
  });
});
