import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const id = fc.constantFrom('A', 'B', 'Shape', 'Order');
const link = fc.constantFrom('<|--', '*--', 'o--', '-->', '..>', '..|>', '--');
const relation = filled('? ? ??', id, link, id, fc.constantFrom('', '', ' : is', ' : has many'));
const member = fc.constantFrom('+int size', '-draw()', '+find(id) Order', '#name() string');
const body = fc
  .tuple(id, fc.uniqueArray(member, { minLength: 1, maxLength: 3 }))
  .map(([name, inside]): Part => ({ opens: `class ${name} {`, inside, closes: '}' }));
const namespace = fc
  .uniqueArray(fc.constantFrom('Inner', 'Deep', 'Shape'), { minLength: 1, maxLength: 2 })
  .map((names): Part => ({ opens: 'namespace Group {', inside: names.map((name) => `class ${name}`), closes: '}' }));
const other = fc.oneof(filled('class ?', id), filled('? : ?', id, member), filled('note for ? "remark"', fc.constant('A')));

export const random: RandomLanguage = {
  sources: texts(
    fc.constant('classDiagram'),
    fc
      .tuple(
        fc.array(relation, { minLength: 1, maxLength: 4 }),
        fc.array(fc.oneof(body, namespace), { maxLength: 1 }),
        fc.array(other, { maxLength: 2 }),
      )
      .map(([relations, one, others]): readonly Part[] => ['class A', ...relations, ...one, ...others]),
  ),
  lines: ['X --> Y', '%% typed', 'class Z'],
};
