import type { TextPatch } from './block-deriver.ts';

/** The one replaced stretch between two texts. */
export function textDifference(before: string, after: string): TextPatch {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  let to = before.length;
  let end = after.length;
  while (to > from && end > from && before[to - 1] === after[end - 1]) {
    to--;
    end--;
  }
  return { from, to, insert: after.slice(from, end) };
}

/** The stretch that typing replaced, which ended at `caret`: tells apart letters that are the same. */
export function typedDifference(before: string, after: string, caret: number): TextPatch {
  const rest = after.length - caret;
  if (before.slice(before.length - rest) !== after.slice(caret)) return textDifference(before, after);
  const to = before.length - rest;
  let from = 0;
  while (from < to && from < caret && before[from] === after[from]) from++;
  return { from, to, insert: after.slice(from, caret) };
}

/** The text with patches made; they are in order, do not overlap, and count in the given text. */
export function patchText(text: string, patches: readonly TextPatch[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of patches) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}

/**
 * Makes the change `from` -> `to` on a text that has become something else since. Where someone has rewritten the very
 * place, their text stays.
 */
export function replayTextChange(from: string, to: string, current: string): string {
  if (current === from) return to;
  const wanted = textDifference(from, to);
  const theirs = textDifference(from, current);
  if (theirs.to <= wanted.from) {
    const shift = theirs.insert.length - (theirs.to - theirs.from);
    return patchText(current, [{ ...wanted, from: wanted.from + shift, to: wanted.to + shift }]);
  }
  return wanted.to <= theirs.from ? patchText(current, [wanted]) : current;
}
