import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const id = fc.constantFrom('A', 'B', 'ORDER', 'LINE-ITEM');
const link = fc.constantFrom('||--o{', '}o--||', '|o..|{', '||--||');
const words = fc.constantFrom('has', '"is of"', 'places');
const relation = filled('? ? ? : ?', id, link, id, words);
const column = fc.constantFrom('string name', 'int age PK', 'uuid id PK, FK "the key"', 'date made');
const table = fc
  .tuple(id, fc.uniqueArray(column, { minLength: 1, maxLength: 3 }))
  .map(([name, inside]): Part => ({ opens: `${name} {`, inside, closes: '}' }));
const group = fc
  .uniqueArray(fc.constantFrom('A', 'STOCK', 'SHELF'), { minLength: 1, maxLength: 2 })
  .map((inside): Part => ({ opens: 'subgraph store [Store]', inside, closes: 'end' }));

export const random: RandomLanguage = {
  sources: texts(
    fc.constant('erDiagram'),
    fc
      .tuple(
        fc.array(relation, { minLength: 1, maxLength: 4 }),
        fc.array(fc.oneof(table, group), { maxLength: 1 }),
        fc.array(id, { maxLength: 1 }),
      )
      .map(([relations, one, alone]): readonly Part[] => [...relations, ...one, ...alone]),
  ),
  lines: ['X ||--|| Y : r', '%% typed', 'Z'],
};
