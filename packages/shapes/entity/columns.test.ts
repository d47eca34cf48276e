import { describe, expect, it } from 'vitest';
import { columns } from './columns.ts';

const table = {
  id: 's',
  type: 'entity',
  x: 0,
  y: 0,
  w: 10,
  h: 10,
  rotation: 0,
  parent_id: null,
  index: 'a0',
  rows: [
    { type: 'int', name: 'id', keys: ['PK'], comment: '' },
    { type: 'string', name: 'mail', keys: ['UK', 'FK'], comment: 'where "to" write' },
  ],
};

describe('the columns of a table as lines', () => {
  it('say type, name, keys and comment, and read back as the same', () => {
    const lines = columns.lines(table);
    expect(lines[0]).toBe('int id PK');
    expect(columns.change(table, lines)).toEqual({ rows: table.rows });
  });

  it.each([
    ['int age', { type: 'int', name: 'age', keys: [], comment: '' }],
    ['age', { type: 'string', name: 'age', keys: [], comment: '' }],
    ['uuid user pk, FK "who it is"', { type: 'uuid', name: 'user', keys: ['PK', 'FK'], comment: 'who it is' }],
    ['varchar full name', { type: 'varchar', name: 'full_name', keys: [], comment: '' }],
  ])('takes %j', (line, row) => {
    expect(columns.change(table, [line])).toEqual({ rows: [row] });
  });

  it('leave empty lines out, and find a name for a new one', () => {
    expect(columns.change({ ...table, rows: [] }, ['', ' '])).toEqual({ rows: [] });
    const again = { ...table, rows: [{ type: 'string', name: 'column', keys: [], comment: '' }] };
    expect(columns.fresh(again)).toBe('string column2');
  });
});
