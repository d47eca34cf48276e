import { describe, expect, it } from 'vitest';
import { importText } from '../../testing/import-text.ts';

const dbml = (text: string) => importText(text, '.dbml');
const two = 'Table a {\n id int [pk]\n b_id int [not null]\n}\nTable b {\n id int [pk]\n a_id int\n}\n';

describe('references', () => {
  it.each([
    ['Ref: a.b_id > b.id', 'b ||..o{ a : b_id'],
    ['Ref: b.id < a.b_id', 'b ||..o{ a : b_id'],
    ['Ref name: a.id < b.a_id [delete: cascade, update: no action]', 'a |o..o{ b : a_id'],
    ['Ref: a.b_id - b.id', 'b ||..o| a : b_id'],
    ['Ref: b.id - a.b_id', 'b ||..o| a : b_id'],
    ['Ref: a.id <> b.id', 'a }o..o{ b :'],
    ['ref {\n  a.b_id > b.id\n}', 'b ||..o{ a : b_id'],
    ['Ref: "a"."b_id" > public.b.id', 'b ||..o{ a : b_id'],
    ['Ref: a.(id, b_id) > b.(id, a_id)', 'b ||..o{ a : id, b_id'],
  ])('%s', async (reference, relation) => {
    expect((await dbml(two + reference)).relations).toEqual([relation]);
  });

  it('stand in columns too, several in one, by alias and across schemas', async () => {
    const { relations } = await dbml(`
Table core.users as U [headercolor: #3498DB] {
  id int [pk]
}
Table posts {
  id int [primary key]
  author int [ref: > U.id, not null, note: 'who, [really]']
  twin int [ref: - posts.id, ref: > core.users.id]
}`);
    expect(relations).toEqual(['core.users |o..o{ posts : twin', 'core.users ||..o{ posts : author', 'posts |o..o| posts : twin']);
  });
});

it('reads columns, keys, notes, enumerations, partials and groups', async () => {
  const { tables, relations, source, warnings } = await dbml(`
Project x { database_type: 'MySQL' }
enum core.mood { sad [note: 'x'] 
  "very happy" }
TablePartial stamps [headercolor: #fff] {
  created_at timestamp [default: \`now()\`]
  changed_by int [ref: > users.id]
}
Table users [note: 'People'] {
  id "bigint unsigned" [pk, increment]
  "full name" varchar(255) [unique, note: '''It's
    long''']
  tags text[] [default: '{}']
  price decimal(10, 2)
  mood core.mood // a comment
  ~stamps
  note text
  indexes {
    (id, "full name") [unique, name: 'i']
    mood [unique]
    \`lower(x)\` [unique]
  }
  checks { \`price >
    0 // cents\` }
}
Table ids {
  a int
  b int
  indexes { (a, b) [pk] }
}
TableGroup people [color: #fff] {
  users
  Note: 'of the shop'
}
Note sticky { 'Table no { id int }' }
Note {
  'Of all'
}
Records ids(a, b) {
  1, 2
}
`);
  expect(warnings).toEqual([]);
  expect(tables).toEqual({
    users: 'id PK, full name UK, tags, price, mood UK, created_at, changed_by FK, note',
    ids: 'a PK, b PK',
  });
  expect(relations).toEqual(['users |o..o{ users : changed_by']);
  expect(source).toContain('subgraph people [people]\n        %% People\n        users {');
  expect(source).toContain('`bigint unsigned` id PK');
  expect(source).toContain('decimal(10,2) price');
  expect(source).toContain('core.mood mood UK "sad | very happy"');
  expect(source).toContain('"It\'s long"');
});

it('tells what was not understood, by line, and draws the rest', async () => {
  const { tables, warnings } = await dbml(
    "Table a {\n  id int\n  ???\n  x\n}\nRef: a.id > b.id\nnonsense here\nRef: a ! b\nTable c {\n  id int [note: 'open]\n",
  );
  expect(tables).toEqual({ a: 'id', c: 'id' });
  expect(warnings.map(({ line }) => line)).toEqual([3, 4, 6, 7, 8, 10]);
});
