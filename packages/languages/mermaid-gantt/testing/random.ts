import fc from 'fast-check';
import { filled, type RandomLanguage, texts } from '../../testing/random-text.ts';

const name = fc.constantFrom('Design', 'Build it', 'Ship', 'Rest');
const mark = fc.constantFrom('', '', 'done, ', 'active, ', 'crit, ');
const start = fc.constantFrom('2024-01-01', '2024-02-10', '2024-03-05');
const task = filled('? :??, ?', name, mark, start, fc.constantFrom('5d', '2w', '2024-04-01'));
const line = fc.oneof({ weight: 5, arbitrary: task }, { weight: 1, arbitrary: filled('section ?', fc.constantFrom('One', 'Two')) });

export const random: RandomLanguage = {
  sources: texts(
    fc.constant('gantt'),
    fc
      .array(line, { minLength: 1, maxLength: 6 })
      .map((lines) => ['dateFormat YYYY-MM-DD', 'Begin :a1, 2024-01-01, 9d', ...lines, 'Last :after a1, 3d']),
  ),
  lines: ['Typed :2024-01-04, 3d', 'section Typed', '%% typed'],
};
