import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const id = fc.constantFrom('a', 'b', 'web server', '"x.y"', 'g.inner');
const arrow = fc.constantFrom('->', '<-', '<->', '--');
const words = fc.constantFrom('calls', '"a: b"', 'reads, writes');
const look = fc.constantFrom('shape: cylinder', 'style.fill: "#f00"', 'style: {stroke: red; bold: true}', 'label: Hi', 'tooltip: x');
const column = fc.constantFrom('id: int {constraint: primary_key}', 'name: text', 'org: int {constraint: [foreign_key; unique]}');
const connection = fc.oneof(
  filled('? ? ?', id, arrow, id),
  filled('? ? ?: ?', id, arrow, id, words),
  filled('? ? ? ? ?: ?', id, arrow, id, arrow, id, words),
);
const statement = fc.oneof(connection, filled('?: ?', id, words), filled('?: ? {?}', id, words, look), filled('?.?', id, look), id);
const container = fc
  .tuple(fc.constantFrom('g', 'outer'), fc.array(statement, { maxLength: 3 }))
  .map(([name, inside]): Part => ({ opens: `${name}: Group {`, inside, closes: '}' }));
const table = fc
  .uniqueArray(column, { maxLength: 3 })
  .map((columns): Part => ({ opens: 'users: {', inside: ['shape: sql_table', ...columns], closes: '}' }));

export const random: RandomLanguage = {
  sources: texts(
    fc.constantFrom('direction: right', 'start', '# a remark'),
    fc.array(fc.oneof({ weight: 4, arbitrary: statement }, container, table), { maxLength: 7 }),
    '# a remark',
  ),
  lines: ['x -> y: r', '# typed', 'z: Z {shape: oval}'],
};
