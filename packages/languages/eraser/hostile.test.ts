import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBlockDeriver, detectLanguage, languages } from '../index.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const own = languages.filter(({ family }) => family === 'eraser');

it.each([
  'a ',
  '  ',
  'a > ',
  '[',
  '{',
  '(',
  '"',
  'a, ',
  'a [b: c] ',
  'a: ',
  '<',
  '- ',
  '// ',
  'a > b: c\n',
  'a {\n',
  '}\n',
  'x.y > ',
  '[icon: ',
])(
  'as long as what is read at most comes to an end: %j',
  (piece) => {
    const text = `a${piece.repeat(Math.ceil(199_000 / piece.length))}`;
    deriver.recognise(text);
    const known = detectLanguage('eraser', text);
    expect(own.map(({ parse }) => typeof parse(text).ok)).toEqual(own.map(() => 'boolean'));
    expect(known === undefined || own.includes(known)).toBe(true);
  },
  120_000,
);

it('every kind gets through any text, and formatting twice changes nothing more', () => {
  const words = [
    'A',
    'B c',
    ' > ',
    ' - ',
    '[icon: user]',
    '{',
    '}',
    '\n',
    ', ',
    ': x',
    '"q"',
    'loop',
    '// why',
    'title T',
    'activate A',
    'id int pk',
    'a.b > c.d',
    '\t',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (parts) => {
      const source = parts.join('');
      for (const language of own) {
        const parsed = language.parse(source);
        if (!parsed.ok) {
          for (const { from, to, line, column, message } of parsed.diagnostics) {
            expect([from >= 0, to >= from, line >= 1, column >= 1, message.endsWith('.')]).not.toContain(false);
          }
          continue;
        }
        const tidy = language.format?.(source) ?? source;
        expect(language.format?.(tidy)).toBe(tidy);
        expect(language.parse(tidy).ok).toBe(true);
        language.derive(parsed.model, { id: 'b', language: 'eraser', source, x: 0, y: 0, index: 'a0', layout: {} }, createTextMeasurer());
      }
    }),
    { numRuns: 200 },
  );
});
