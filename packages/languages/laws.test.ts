import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomLanguages } from './testing/random-languages.ts';

describe.each(await randomLanguages())('$language.label, at random', ({ language, random }) => {
  it('is read', () => {
    fc.assert(
      fc.property(random.sources, (source) => {
        expect(language.detect(source), source).toBe(true);
        const parsed = language.parse(source);
        expect(parsed.ok ? [] : parsed.diagnostics, source).toEqual([]);
      }),
    );
  });
});
