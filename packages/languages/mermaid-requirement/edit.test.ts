import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { editRequirements } from './edit.ts';
import { parseRequirements } from './parse.ts';

const source = `requirementDiagram
    %% what must be
    requirement fast {
        id: 1
        text: it is fast
        risk: high
    }
    element engine {
        type: part
    }
    engine - satisfies -> fast
    style fast,engine fill:red
`;

const at = (x: number) => ({ x, y: 24 });
const needs: Block = {
  ...{ id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0' },
  layout: { fast: at(24), engine: at(300), 'engine -satisfies-> fast': at(90) },
};

function edit(edits: readonly DerivedShapeEdit[], on: Block = needs): BlockEdit {
  const parsed = parseRequirements(on.source);
  if (!parsed.ok) throw new Error('the source does not parse');
  const result = editRequirements(parsed.model, on, edits);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const change = (node_id: string, changes: object): DerivedShapeEdit => ({ kind: 'change', node_id, change: { ...changes } });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });
const after = (...edits: readonly DerivedShapeEdit[]) => applyBlockEdit(needs, edit(edits));
const relation = 'engine -satisfies-> fast';

describe('edits on the board', () => {
  it('rename wherever the name stands, in quotes where it needs them; placements follow', () => {
    expect(after(change('fast', { text: 'quick' })).source).toBe(
      source.replace(/\bfast(?! *\n *risk)/g, 'quick').replace('it is quick', 'it is fast'),
    );
    const { source: text, layout } = after(change('engine', { text: 'big engine' }));
    expect(text).toContain('element "big engine" {');
    expect(text).toContain('"big engine" - satisfies -> fast\n    style fast,"big engine" fill:red');
    expect(layout).toMatchObject({ 'big engine': at(300), 'big engine -satisfies-> fast': at(90) });
    expect(() => edit([change('fast', { text: 'engine' })])).toThrow('already something called engine');
  });

  it('change, add and take out fields', () => {
    const lines = (...texts: readonly string[]) => ({ attributes: texts.map((text) => ({ text })) });
    expect(after(change('fast', lines('Id: 1', 'Text: it - is\nfaster', 'Risk: low'))).source).toBe(
      source.replace('text: it is fast', 'text: "it - is faster"').replace('risk: high', 'risk: low'),
    );
    expect(after(change('fast', lines('Text: it is fast', 'Risk: High', 'Verification: Test'))).source).toBe(
      source.replace('        id: 1\n', '        verifyMethod: test\n'),
    );
    expect(() => edit([change('fast', lines('Risk: huge'))])).toThrow('low, medium or high');
    expect(() => edit([change('fast', lines('colour: red'))])).toThrow('“Id: …”');
  });

  it('make a relation another one, or join others', () => {
    expect(after(change(relation, { text: '«verifies»' })).source).toBe(source.replace('satisfies', 'verifies'));
    expect(after(change(relation, { end: { shape_id: 'bl_1/engine' } })).source).toBe(source.replace('-> fast', '-> engine'));
    expect(() => edit([change(relation, { text: 'likes' })])).toThrow('contains, copies');
    expect(() => edit([change(relation, { stroke: 'red' })])).toThrow('no styles');
  });

  it('colour in a line of its own', () => {
    expect(after(change('fast', { stroke: '#00ff00', stroke_style: 'dashed' })).source).toBe(
      `${source.trimEnd()}\n    style fast stroke:#00ff00,stroke-dasharray:6\n`,
    );
    expect(() => edit([change('fast', { opacity: 0.5 })])).toThrow('whole numbers');
  });

  it('move without touching the text', () => {
    expect(edit([change('fast', { x: 400 })])).toEqual({ patches: [], layout: { fast: { ...at(400), pinned: true } } });
  });

  it('take things out with what is said of them', () => {
    const { source: text, layout } = after(remove('engine'));
    expect(text).toBe(
      source
        .replace(/ {4}element[\s\S]*?\}\n/, '')
        .replace('    engine - satisfies -> fast\n', '')
        .replace('fast,engine', 'fast'),
    );
    expect(layout).toEqual({ fast: at(24) });
    expect(after(remove(relation)).source).toBe(source.replace('    engine - satisfies -> fast\n', ''));
    expect(after(remove('engine'), remove('fast')).source).toBe('requirementDiagram\n    %% what must be\n');
  });
});

it('keeps any new name readable, and every other line', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), (name) => {
      fc.pre(name.trim() !== '' && name.trim() !== 'fast');
      const parsed = parseRequirements(after(change('engine', { text: name })).source);
      expect(parsed.ok && [parsed.model.items.length, parsed.model.relations.length]).toEqual([2, 1]);
    }),
  );
});
