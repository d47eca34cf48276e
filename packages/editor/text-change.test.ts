import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextPatch } from './block-deriver.ts';
import { composePatches, patchText, smallestPatch, textDifference } from './text-change.ts';

/** Patches in order, apart from each other, of a text of that length. */
const patchesOf = (length: number): fc.Arbitrary<readonly TextPatch[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.constantFrom('', 'x', 'yz', '\n')), { maxLength: 6 })
    .map((cuts) => cuts.toSorted((a, b) => a[0] - b[0]))
    .map((cuts) => cuts.flatMap(([from, insert], at) => (at % 2 === 0 ? [{ from, to: cuts[at + 1]?.[0] ?? from, insert }] : [])));

describe('two edits of a text made one', () => {
  it('do what they do one after the other, in order, and touch nothing that stays', () => {
    const twice = fc
      .string({ maxLength: 30 })
      .chain((text) => fc.tuple(fc.constant(text), patchesOf(text.length)))
      .chain(([text, first]) => fc.tuple(fc.constant(text), fc.constant(first), patchesOf(patchText(text, first).length)));
    fc.assert(
      fc.property(twice, ([text, first, second]) => {
        const both = composePatches(text, first, second);
        expect(patchText(text, both)).toBe(patchText(patchText(text, first), second));
        for (const [at, { from, to }] of both.entries()) {
          expect(from).toBeGreaterThanOrEqual(both[at - 1]?.to ?? 0);
          expect(to).toBeGreaterThanOrEqual(from);
        }
      }),
    );
  });

  it('leave nothing of what the second takes back', () => {
    const text = 'one two three';
    expect(composePatches(text, [{ from: 4, to: 4, insert: 'new ' }], [{ from: 4, to: 8, insert: '' }])).toEqual([]);
  });
});

it('cuts no character in two, however alike two of them are', () => {
  const [before, after] = ['a 😀 b', 'a 😁 b'];
  expect(textDifference(before, after)).toEqual({ from: 2, to: 4, insert: '😁' });
  expect(smallestPatch(before, { from: 0, to: before.length, insert: after })).toEqual({ from: 2, to: 4, insert: '😁' });
  // Alike in their second halves: U+1F600 and U+1FA00.
  expect(textDifference('x\u{1F600}y', 'x\u{1FA00}y')).toEqual({ from: 1, to: 3, insert: '\u{1FA00}' });
});
