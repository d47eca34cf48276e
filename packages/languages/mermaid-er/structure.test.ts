import type { Block, ShapeChange } from '@autograph/document';
import { patchText, type StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { createBlockDeriver } from '../block-deriver.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const at = { x: 300, y: 200 };

const source = `erDiagram
    %% who buys
    CUSTOMER ||--o{ ORDER : places
    ORDER ||--|{ LINE-ITEM : contains
    CUSTOMER {
        string name
    }
    subgraph Stock
        PART
        LINE-ITEM }o--|| PART : "is of"
    end
`;

const blockOf = (text: string): Block => ({
  id: 'b',
  language: 'mermaid',
  source: text,
  x: 0,
  y: 0,
  index: 'a0',
  layout: { ORDER: { x: 40, y: 50 } },
});

function restructured(edit: StructureEdit, text = source): string {
  const change = deriver.restructure(blockOf(text), edit);
  return 'refused' in change ? change.refused : patchText(text, change.patches);
}

function changed(node_id: string, change: ShapeChange, text = source): string {
  const edit = deriver.edit(blockOf(text), [{ kind: 'change', node_id, change }]);
  return 'refused' in edit ? edit.refused : patchText(text, edit.patches);
}

describe('drawing in an entity relationship diagram', () => {
  it.each([
    ['after the last from the same table', 'CUSTOMER', 'LINE-ITEM', 'places\n', 'places\n    CUSTOMER ||--o{ LINE-ITEM : has\n'],
    ['outside of a subgraph', 'PART', 'ORDER', '    end\n', '    end\n    PART ||--o{ ORDER : has\n'],
  ])('writes a relation %s', (_, from, to, before, after) => {
    expect(restructured({ kind: 'connect', from, to, at })).toBe(source.replace(before, after));
  });

  it('gives a new relation a place of its own and leaves all others', () => {
    const change = deriver.restructure(blockOf(source), { kind: 'connect', from: 'ORDER', to: 'CUSTOMER', at });
    expect(change).toMatchObject({ made: 'ORDER -> CUSTOMER', layout: { 'ORDER -> CUSTOMER': { x: 40, y: 50 } } });
  });

  it('uses the cardinalities that the file uses most', () => {
    const text = 'erDiagram\n  A }|..|{ B : r\n  B }|..|{ C : s\n  C ||--|| A : t\n';
    expect(restructured({ kind: 'connect', from: 'A', to: 'C', at }, text)).toBe(text.replace('r\n', 'r\n  A }|..|{ C : has\n'));
  });

  it.each([
    ['alone', {}, '    end\n', '    end\n    NEW_ENTITY\n'],
    ['with the relation to it', { from: 'ORDER' }, 'contains\n', 'contains\n    ORDER ||--o{ NEW_ENTITY : has\n'],
    ['in a subgraph', { group: 'Stock' }, '    end\n', '        NEW_ENTITY\n    end\n'],
  ])('writes a new table %s', (_, what, before, after) => {
    expect(restructured({ kind: 'add', at, ...what })).toBe(source.replace(before, after));
  });

  it('moves a table into a subgraph and out of it', () => {
    expect(restructured({ kind: 'regroup', node_id: 'ORDER', group: 'Stock' })).toBe(source.replace('    end', '        ORDER\n    end'));
    expect(restructured({ kind: 'regroup', node_id: 'LINE-ITEM', group: null })).toBe(
      source.replace('        LINE-ITEM }o--|| PART : "is of"\n    end\n', '    end\n    LINE-ITEM }o--|| PART : "is of"\n'),
    );
  });

  it('takes one column out of several and puts one between, and touches no other', () => {
    const text = 'erDiagram\n  T {\n    int a\n    int b\n    int c\n  }\n';
    const row = (name: string, type = 'int') => ({ type, name, keys: [], comment: '' });
    expect(changed('T', { rows: [row('a'), row('c')] }, text)).toBe(text.replace('    int b\n', ''));
    expect(changed('T', { rows: [row('a'), row('x'), row('b'), row('c')] }, text)).toBe(text.replace('int a\n', 'int a\n    int x\n'));
    expect(changed('T', { rows: [row('x'), row('a'), row('b'), row('c')] }, text)).toBe(text.replace('T {\n', 'T {\n    int x\n'));
    expect(changed('T', { rows: [] }, text)).not.toContain('int');
  });

  it('writes a further column at the end of the table, in the table’s own style', () => {
    const rows = [
      { type: 'string', name: 'name', keys: [], comment: '' },
      { type: 'int', name: 'age', keys: ['UK'], comment: '' },
    ];
    expect(changed('CUSTOMER', { rows })).toBe(source.replace('string name\n', 'string name\n        int age UK\n'));
  });
});
