import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from './arithmetic.ts';

describe('a number field', () => {
  it.each([
    ['100', 100],
    ['-12.5', -12.5],
    ['12,5', 12.5],
    ['100+20', 120],
    ['100 - 20 * 2', 60],
    ['(3+4)*2', 14],
    ['2*-3', -6],
    ['10/4', 2.5],
  ])('takes %s', (text, value) => expect(evaluate(text)).toBe(value));

  it('goes on from what it holds', () => {
    expect([evaluate('*2', 50), evaluate('/2', 50), evaluate('+5', 50), evaluate('-5', 50)]).toEqual([100, 25, 55, -5]);
    expect(evaluate('*2')).toBeUndefined();
  });

  it('refuses what is no number, without running anything', () => {
    for (const text of ['', 'a', '1+', '(1', '1 2', '1/0', '2**3', 'alert(1)', '1;2']) expect(evaluate(text, 1)).toBeUndefined();
  });

  it('counts as arithmetic does', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(evaluate(`${a}+${b}*${c}`)).toBe(a + b * c);
        expect(evaluate(`(${a} - ${b}) * ${c}`)).toBeCloseTo((a - b) * c, 9);
      }),
    );
  });
});
