import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const table = fc.constantFrom('users', 'teams', 'order_lines');
const column = fc.constantFrom(
  'id uuid pk',
  'team_id uuid fk',
  'name string',
  'balance decimal(10, 2) not null',
  'at timestamp // when',
  'x',
);
const said = fc.constantFrom('', ' [icon: user, color: blue]', ' [color: red]');
const body = fc.tuple(table, said, fc.uniqueArray(column, { maxLength: 3 }));
const described = body.map(([name, list, inside]): Part => ({ opens: `${name}${list} {`, inside, closes: '}' }));
const relation = filled(
  '?? ? ??',
  table,
  fc.constantFrom('', '.id'),
  fc.constantFrom('>', '<', '-', '<>'),
  table,
  fc.constantFrom('', '.team_id', '', '.id: has'),
);

export const random: RandomLanguage = {
  sources: texts(
    fc.constantFrom('// erd', '// entity relationship diagram', 'notation crows-feet'),
    fc
      .tuple(fc.array(described, { minLength: 1, maxLength: 3 }), fc.array(relation, { maxLength: 3 }))
      .map(([tables, relations]): readonly Part[] => [...tables, ...relations]),
    '// a remark',
  ),
  lines: ['users.id > stock.id', '// typed', 'stock'],
};
