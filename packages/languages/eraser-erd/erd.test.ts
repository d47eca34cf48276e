import type { Block, ShapeChange } from '@autograph/document';
import type { DerivedShapeEdit, StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit, createBlockDeriver, detectLanguage } from '../index.ts';

const deriver = createBlockDeriver(createTextMeasurer());

function placed(source: string): Block {
  const bare: Block = { id: 'b', language: 'eraser', source, x: 0, y: 0, index: 'a0', layout: {} };
  const ids = deriver.derive(bare).unplaced;
  return { ...bare, layout: Object.fromEntries(ids.map((id, at) => [id, { x: 30 + 300 * at, y: 60 }])) };
}

function applied(source: string, change: ReturnType<typeof deriver.edit>): string {
  if ('refused' in change) throw new Error(change.refused);
  return applyBlockEdit(placed(source), change).source;
}
const edited = (source: string, ...edits: readonly DerivedShapeEdit[]) => applied(source, deriver.edit(placed(source), edits));
const restructured = (source: string, edit: StructureEdit) => applied(source, deriver.restructure(placed(source), edit));
const set = (node_id: string, change: ShapeChange): DerivedShapeEdit => ({ kind: 'change', node_id, change });

const source = `// who is where
users [icon: user, color: blue] {
  id uuid pk
  team_id uuid fk // where
  balance decimal(10, 2) not null
}
teams {
  id pk
}

users.team_id > teams.id
`;

const rowsOf = (text: string, table: string) => {
  const rows = deriver.derive(placed(text)).shapes.find(({ id }) => id === `b/${table}`);
  return rows && 'rows' in rows && Array.isArray(rows.rows) ? rows.rows : [];
};

describe('Eraser’s tables', () => {
  it('are native, with columns, keys, colours and crow’s feet', () => {
    expect(detectLanguage('eraser', source)?.id).toBe('eraser-erd');
    const { shapes, diagnostics } = deriver.derive(placed(source));
    expect(diagnostics).toEqual([]);
    expect(shapes.find(({ id }) => id === 'b/users')).toMatchObject({ type: 'entity', text: 'users', fill: 'blue' });
    expect(rowsOf(source, 'users')).toEqual([
      { name: 'id', type: 'uuid', keys: ['PK'], comment: '' },
      { name: 'team_id', type: 'uuid', keys: ['FK'], comment: '' },
      { name: 'balance', type: 'decimal(10, 2)', keys: [], comment: 'not null' },
    ]);
    expect(rowsOf(source, 'teams')).toEqual([{ name: 'id', type: '', keys: ['PK'], comment: '' }]);
    expect(shapes.find(({ type }) => type === 'arrow')).toMatchObject({ start_head: 'many', end_head: 'one' });
  });

  it.each([
    ['<', 'one', 'many'],
    ['-', 'one', 'one'],
    ['<>', 'many', 'many'],
  ])('are related by %s', (sign, start_head, end_head) => {
    const text = `a { id int pk }\nb { id int pk }\na.id ${sign} b.id`;
    expect(deriver.derive(placed(text)).shapes.find(({ type }) => type === 'arrow')).toMatchObject({ start_head, end_head });
  });

  it('take edits of columns, in place and in the file’s own style', () => {
    const [id, team, balance] = rowsOf(source, 'users');
    const fresh = { name: 'email', type: 'string', keys: ['UK'], comment: '' };
    expect(edited(source, set('users', { rows: [id, team, balance, fresh] }))).toBe(
      source.replace('null\n', 'null\n  email string unique\n'),
    );
    expect(edited(source, set('users', { rows: [id, { ...team, type: 'int' }, balance] }))).toBe(
      source.replace('team_id uuid', 'team_id int'),
    );
    expect(edited(source, set('users', { rows: [id, balance] }))).not.toContain('team_id uuid');
    expect(edited(source, set('users', { rows: [{ ...id, keys: [] }, team, balance] }))).toBe(source.replace('id uuid pk', 'id uuid'));
    expect(edited(source, set('teams', { rows: [{ name: 'id', type: 'int', keys: ['PK'], comment: '' }] }))).toBe(
      source.replace('  id pk', '  id int pk'),
    );
    expect(edited('a { }\nb.id > a.id', set('a', { rows: [fresh] }))).toBe('a {\n  email string unique\n}\nb.id > a.id');
    expect(() => edited(source, set('users', { rows: [{ ...fresh, name: 'two words' }] }))).toThrow('without spaces');
  });

  it('are renamed wherever they are named, recoloured, taken out and related otherwise', () => {
    expect(edited(source, set('users', { text: 'people' }))).toBe(
      source.replace('users [', 'people [').replace('users.team_id', 'people.team_id'),
    );
    expect(edited(source, set('teams', { fill: 'red' }))).toBe(source.replace('teams {', 'teams [color: red] {'));
    expect(edited(source, { kind: 'remove', node_id: 'teams' })).toBe(
      source.replace(/teams \{[^}]*\}\n/, '').replace(/users\.team_id > .*\n/, ''),
    );
    expect(edited(source, set('connection:users > teams', { end_head: 'many' }))).toBe(source.replace('id > teams', 'id <> teams'));
    expect(restructured(source, { kind: 'connect', from: 'teams', to: 'users', at: { x: 0, y: 0 } })).toBe(`${source}teams > users\n`);
    expect(restructured(source, { kind: 'add', from: 'teams', at: { x: 0, y: 0 } })).toContain('}\ntable {\n}\n');
  });
});
