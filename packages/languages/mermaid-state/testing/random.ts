import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const id = fc.constantFrom('Idle', 'Busy', 'Done', 'wait');
const end = fc.oneof({ weight: 4, arbitrary: id }, { weight: 1, arbitrary: fc.constant('[*]') });
const move = filled('? --> ??', id, end, fc.constantFrom('', '', ' : go', ' : time out'));
const line = fc.oneof(
  { weight: 6, arbitrary: move },
  { weight: 1, arbitrary: filled('[*] --> ?', id) },
  { weight: 1, arbitrary: filled('? : At ?', id, id) },
);
const inner = fc
  .array(filled('? --> ?', fc.constantFrom('in1', 'in2'), fc.constantFrom('in1', 'in2', '[*]')), { minLength: 1, maxLength: 2 })
  .map((inside): Part => ({ opens: 'state Whole {', inside, closes: '}' }));

export const random: RandomLanguage = {
  sources: texts(
    fc.constantFrom('stateDiagram-v2', 'stateDiagram'),
    fc
      .tuple(fc.array(line, { minLength: 1, maxLength: 4 }), fc.option(inner, { nil: undefined }), fc.array(move, { maxLength: 2 }))
      .map(([before, one, after]): readonly Part[] => ['state wait <<choice>>', ...before, ...(one ? [one] : []), ...after]),
  ),
  lines: ['X --> Y', 'Idle --> X : new', '%% typed'],
};
