import { expect, it } from 'vitest';
import { createDeletedLetters } from './deleted-letters.ts';

const at = (clock: number, client = 1) => ({ client, clock });

it('knows letters by who wrote them and when, whatever the order in which they were deleted', () => {
  const letters = createDeletedLetters(100);
  letters.add([
    { client: 1, clock: 10, text: 'world' },
    { client: 2, clock: 0, text: 'other' },
    { client: 1, clock: 0, text: 'hello' },
  ]);
  expect([at(0), at(4), at(5), at(9), at(10), at(14), at(15), at(2, 2), at(2, 3)].map((id) => letters.holds(id))).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(letters.holds(null)).toBe(false);
  expect(letters.text(1, 3, 9)).toBe('lowo');
  expect(letters.text(1, 5, 5)).toBe('');
});

it('forgets the oldest ones first, and of one act what comes last in it', () => {
  const letters = createDeletedLetters(10);
  letters.add([{ client: 1, clock: 0, text: 'first' }]);
  letters.add([
    { client: 1, clock: 20, text: 'abcde' },
    { client: 1, clock: 30, text: 'fgh' },
  ]);
  expect([at(0), at(20), at(30)].map((id) => letters.holds(id))).toEqual([false, true, true]);
  letters.add([{ client: 2, clock: 0, text: 'abc' }]);
  expect([at(20), at(30), at(0, 2)].map((id) => letters.holds(id))).toEqual([true, false, true]);
  letters.add([{ client: 3, clock: 0, text: 'longer than all' }]);
  expect(letters.isEmpty()).toBe(true);
});

it('takes very many deletions, each found among all the others', () => {
  const letters = createDeletedLetters(400_000);
  const all = Array.from({ length: 200_000 }, (_, i) => ({ client: i % 3, clock: 2 * i, text: 'x' }));
  letters.add(all);
  expect(all.every(({ client, clock }) => letters.holds({ client, clock }))).toBe(true);
  expect(all.some(({ client, clock }) => letters.holds({ client, clock: clock + 1 }))).toBe(false);
});
