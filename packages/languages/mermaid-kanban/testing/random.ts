import fc from 'fast-check';
import { type RandomLanguage, withEitherEnd } from '../../testing/random-text.ts';

const words = fc.constantFrom('Write it', 'Read it', 'Ship');
const cards = fc.array(words, { maxLength: 3 });
const columns = fc.array(cards, { minLength: 1, maxLength: 3 });

export const random: RandomLanguage = {
  sources: withEitherEnd(
    fc.tuple(columns, fc.constantFrom('  ', '    '), fc.boolean()).map(([all, indent, named]) => {
      const lines = all.flatMap((list, column) => [
        `${indent}c${column}[Column ${column}]`,
        ...list.map((text, card) => indent.repeat(2) + (named ? `t${column}${card}[${text}]` : `[${text}]`)),
      ]);
      return ['kanban', ...lines, ''].join('\n');
    }),
  ),
  lines: ['typed[Typed]', '%% typed'],
};
