import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { editEr } from './edit.ts';
import { parseEr } from './parse.ts';

const source = `erDiagram
    %% the shop
    CUSTOMER ||--o{ ORDER : places
    CUSTOMER {
        string name
        string email UK "unique"
    }
    ORDER }o--|| CUSTOMER : "belongs to"   %%{ kept }%%
    style CUSTOMER fill:#f9f
    class CUSTOMER,ORDER big
`;

const block: Block = {
  id: 'bl_1',
  language: 'mermaid',
  source,
  x: 0,
  y: 0,
  index: 'a0',
  layout: {
    CUSTOMER: { x: 24, y: 24 },
    ORDER: { x: 24, y: 300 },
    'CUSTOMER -> ORDER': {
      x: 30,
      y: 60,
      points: [
        [30, 60],
        [30, 300],
      ],
    },
  },
};

function edit(edits: readonly DerivedShapeEdit[], on: Block = block): BlockEdit {
  const parsed = parseEr(on.source);
  if (!parsed.ok) throw new Error('the source does not parse');
  const result = editEr(parsed.model, on, edits);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const change = (node_id: string, changes: object): DerivedShapeEdit => ({ kind: 'change', node_id, change: { ...changes } });
const after = (edits: readonly DerivedShapeEdit[], on: Block = block) => applyBlockEdit(on, edit(edits, on));

describe('renaming', () => {
  it('changes an entity’s name wherever it stands and nothing else', () => {
    expect(after([change('CUSTOMER', { text: 'CLIENT' })]).source).toBe(source.replaceAll('CUSTOMER', 'CLIENT'));
  });

  it('takes placements and routes along to the new name', () => {
    const { layout } = after([change('CUSTOMER', { text: 'CLIENT' })]);
    expect(layout).toEqual({
      CLIENT: block.layout.CUSTOMER,
      ORDER: block.layout.ORDER,
      'CLIENT -> ORDER': block.layout['CUSTOMER -> ORDER'],
    });
  });

  it('makes an alias of a name that a style line cannot hold', () => {
    expect(after([change('CUSTOMER', { text: 'Our customer' })]).source).toBe(source.replace('CUSTOMER {', 'CUSTOMER["Our customer"] {'));
  });

  it('quotes a name with spaces', () => {
    const plain = { ...block, source: 'erDiagram\n  A ||--|| B : x\n' };
    expect(after([change('A', { text: 'An apple' })], plain).source).toBe('erDiagram\n  "An apple" ||--|| B : x\n');
  });

  it('refuses a name that another entity has', () => {
    expect(() => edit([change('CUSTOMER', { text: 'ORDER' })])).toThrow('already an entity called ORDER');
  });

  it('changes the words of a relationship in place', () => {
    expect(after([change('CUSTOMER -> ORDER', { text: 'buys' })]).source).toBe(source.replace('places', 'buys'));
    expect(after([change('CUSTOMER -> ORDER', { text: 'may place' })]).source).toBe(source.replace('places', '"may place"'));
  });
});

describe('attributes', () => {
  const rows = [
    { type: 'string', name: 'name', keys: [], comment: '' },
    { type: 'string', name: 'email', keys: ['UK'], comment: 'unique' },
  ];

  it('changes a name, keys or a comment in place', () => {
    const renamed = [
      { ...rows[0], name: 'full_name' },
      { ...rows[1], comment: 'one each' },
    ];
    expect(after([change('CUSTOMER', { rows: renamed })]).source).toBe(
      source.replace('string name', 'string full_name').replace('"unique"', '"one each"'),
    );
  });

  it('adds a row in the style of the others and takes one out with its line', () => {
    expect(after([change('CUSTOMER', { rows: [...rows, { type: 'int', name: 'age', keys: [], comment: '' }] })]).source).toBe(
      source.replace('"unique"\n', '"unique"\n        int age\n'),
    );
    expect(after([change('CUSTOMER', { rows: rows.slice(0, 1) })]).source).toBe(source.replace('        string email UK "unique"\n', ''));
  });

  it('opens a block for the first attribute', () => {
    const plain = { ...block, source: 'erDiagram\n  A ||--|| B : x\n' };
    const parsed = parseEr(after([change('A', { rows: [{ type: 'int', name: 'id', keys: ['PK'], comment: '' }] })], plain).source);
    expect(parsed.ok && parsed.model.entities[0]?.attributes[0]).toMatchObject({ type: 'int', name: 'id', keys: ['PK'] });
  });
});

describe('moving', () => {
  it('pins a table where it was put and leaves the text alone', () => {
    expect(edit([change('ORDER', { x: 400, y: 90 })])).toEqual({ patches: [], layout: { ORDER: { x: 400, y: 90, pinned: true } } });
  });

  it('takes the tables of a subgraph along', () => {
    const grouped = { ...block, source: 'erDiagram\n subgraph S\n A\n end\n', layout: { S: { x: 30, y: 30 }, A: { x: 50, y: 60 } } };
    expect(edit([change('S', { x: 130, y: 40 })], grouped).layout).toEqual({
      S: { x: 130, y: 40, pinned: true },
      A: { x: 150, y: 70, pinned: true },
    });
    expect(edit([change('A', { x: 25 })], grouped).layout).toEqual({ A: { x: 55, y: 60, pinned: true } });
  });
});

describe('removing', () => {
  it('takes an entity out with its relations, keeping what only they named', () => {
    const { source: left, layout } = after([{ kind: 'remove', node_id: 'CUSTOMER' }]);
    const parsed = parseEr(left);
    expect(parsed.ok && parsed.model.entities.map(({ name }) => name)).toEqual(['ORDER']);
    expect(left).toContain('%% the shop');
    expect(left).toContain('class ORDER big');
    expect(Object.keys(layout)).toEqual(['ORDER']);
  });

  it('takes a relation out with its line', () => {
    expect(after([{ kind: 'remove', node_id: 'ORDER -> CUSTOMER' }]).source).toContain('places');
    const only = { ...block, source: 'erDiagram\n  A ||--|| B : x\n' };
    expect(after([{ kind: 'remove', node_id: 'A -> B' }], only).source).toBe('erDiagram\n  A\n  B\n');
  });

  it('reconnects a relation to another entity; the one that it named alone stays', () => {
    const three = { ...block, source: 'erDiagram\n  A ||--|| B : x\n  C\n' };
    expect(after([change('A -> B', { end: { shape_id: 'bl_1/C' } })], three).source).toBe('erDiagram\n  A ||--|| C : x\n  B\n  C\n');
  });
});

it('keeps any new name readable, and every other byte', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), (name) => {
      fc.pre(name.trim() !== '' && name.trim() !== 'CUSTOMER' && name.trim() !== 'ORDER');
      const result = after([change('ORDER', { text: name })]);
      const parsed = parseEr(result.source);
      expect(parsed.ok).toBe(true);
      expect(result.source).toContain('    %% the shop\n    CUSTOMER ||--o{ ');
      expect(parsed.ok && parsed.model.entities).toHaveLength(2);
    }),
  );
});

describe('looks', () => {
  const plain = { ...block, source: 'erDiagram\n  A ||--|| B : x\n  style B stroke:#000\n' };

  it('of a table go into its own style line, or into a new one', () => {
    const fill = (name: string, color: string) => after([change(name, { fill: color, fill_style: 'solid' })], plain).source;
    expect(fill('A', '#12ab34')).toBe(`${plain.source.trimEnd()}\n  style A fill:#12ab34\n`);
    expect(fill('B', '#12ab34')).toBe(plain.source.replace('stroke:#000', 'stroke:#000,fill:#12ab34'));
  });

  it('of a line, and what the text cannot say, are refused', () => {
    expect(() => after([change('A -> B', { stroke: '#12ab34' })], plain)).toThrow('no colours');
    expect(() => after([change('A', { opacity: 0.5 })], plain)).toThrow('whole numbers');
  });
});
