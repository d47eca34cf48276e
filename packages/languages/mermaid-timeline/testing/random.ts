import fc from 'fast-check';
import { filled, type RandomLanguage, texts } from '../../testing/random-text.ts';

const words = fc.constantFrom('founded', 'first sale', 'grew', 'sold');
const period = filled(
  '? : ??',
  fc.constantFrom('2002', '2004', 'early 2010'),
  words,
  fc.oneof(
    fc.constant(''),
    words.map((text) => ` : ${text}`),
  ),
);
const line = fc.oneof({ weight: 5, arbitrary: period }, { weight: 1, arbitrary: filled('section ?', fc.constantFrom('One', 'Two')) });

export const random: RandomLanguage = {
  sources: texts(
    fc.constant('timeline'),
    fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => ['title History', '2001 : began', ...lines]),
  ),
  lines: ['2020 : typed', '%% typed'],
};
