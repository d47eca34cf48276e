import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const name = fc.constantFrom('A', 'B', 'Web app', 'DB');
const said = fc.constantFrom('', '', ' [icon: database]', ' [icon: user, color: blue]');
const sign = fc.constantFrom('>', '>', '-->', '<', '<>', '-');
const words = fc.constantFrom('ask', 'look it up', '"a // b"', 'why? // a reason');
const message = fc.oneof(
  { weight: 5, arbitrary: filled('?? ? ?: ?', name, said, sign, name, words) },
  { weight: 1, arbitrary: filled('? ? ? ? ?: ?', name, sign, name, sign, name, words) },
);
const line = fc.oneof({ weight: 6, arbitrary: message }, { weight: 1, arbitrary: fc.constantFrom('activate A', 'deactivate A') });
const lines = fc.array(line, { minLength: 1, maxLength: 3 });
const label = fc.constantFrom('', ' [label: often]', ' [label: "or: so", color: red]');
const fragment = fc.oneof(
  fc
    .tuple(fc.constantFrom('loop', 'opt', 'break'), label, lines)
    .map(([word, list, inside]): readonly Part[] => [{ opens: `${word}${list} {`, inside, closes: '}' }]),
  fc.tuple(label, lines, lines).map(([list, one, two]): readonly Part[] => [
    { opens: `alt${list} {`, inside: one, closes: '}' },
    { opens: 'else [label: no] {', inside: two, closes: '}' },
  ]),
);

export const random: RandomLanguage = {
  sources: texts(
    fc.constantFrom('// sequence diagram', 'autoNumber on', '// sequence'),
    fc
      .tuple(fc.constantFrom([], ['A [icon: user]', 'DB']), lines, fc.option(fragment, { nil: [] }), lines)
      .map(([people, before, one, after]): readonly Part[] => [...people, ...before, ...one, ...after]),
    '// a remark',
  ),
  lines: ['A > B: again', 'C > DB: too', '// typed'],
};
