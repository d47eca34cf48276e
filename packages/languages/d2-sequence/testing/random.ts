import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const name = fc.constantFrom('a', 'b', 'web app', 'a.job');
const words = fc.constantFrom('ask', '"a: b"', 'look it up');
const message = fc.oneof(
  { weight: 5, arbitrary: filled('? ? ?: ?', name, fc.constantFrom('->', '<-', '<->', '--'), name, words) },
  { weight: 1, arbitrary: filled('? -> ? {style.stroke-dash: 3}', name, name) },
);
const note = filled('?: ?', fc.constantFrom('a.note', 'b.why'), words);
const lines = fc.array(fc.oneof({ weight: 5, arbitrary: message }, { weight: 1, arbitrary: note }), { minLength: 1, maxLength: 3 });
const group = lines.map((inside): Part => ({ opens: 'later: Some time later {', inside: [...inside, 'a -> b: on'], closes: '}' }));

export const random: RandomLanguage = {
  sources: texts(
    fc.constant('shape: sequence_diagram'),
    fc
      .tuple(fc.constantFrom([], ['a: Alice {shape: person}', 'b: Bob']), lines, fc.option(group, { nil: undefined }), lines)
      .map(([people, before, one, after]): readonly Part[] => [...people, ...before, ...(one ? [one] : []), ...after]),
    '# a remark',
  ),
  lines: ['a -> b: again', 'c -> d: too', '# typed'],
};
