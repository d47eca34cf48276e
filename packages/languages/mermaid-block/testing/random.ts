import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const ids = fc.constantFrom('web', 'data', 'inner');
const edge = filled('? ? ?', ids, fc.constantFrom('-->', '-.->', '-- "asks" -->'), ids);
const cell = fc.constantFrom('space', 'space:2', 'to<["Go"]>(right)', 'wide:2', 'other["Other"] more');

export const random: RandomLanguage = {
  sources: texts(
    fc.constantFrom('block', 'block-beta'),
    fc
      .tuple(fc.constantFrom('columns 2', 'columns 3', 'columns auto'), fc.array(cell, { maxLength: 3 }), fc.array(edge, { maxLength: 4 }))
      .map(([columns, cells, edges]): readonly Part[] => {
        const group: Part = { opens: 'block:group:2', inside: ['inner["Inner"]'], closes: 'end' };
        return [columns, 'web["Web"] data[("Data")]', group, ...cells, ...edges, 'style web fill:#fde68a'];
      }),
  ),
  lines: ['new["New"]', 'web --> data', '%% typed'],
};
