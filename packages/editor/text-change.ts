import type { TextPatch } from './block-deriver.ts';

/** The one replaced stretch between two texts; it cuts no character in two. */
export function textDifference(before: string, after: string): TextPatch {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  if (isBetweenHalves(before, from) || isBetweenHalves(after, from)) from--;
  let to = before.length;
  let end = after.length;
  while (to > from && end > from && before[to - 1] === after[end - 1]) {
    to--;
    end--;
  }
  if (isBetweenHalves(before, to) || isBetweenHalves(after, end)) {
    to++;
    end++;
  }
  return { from, to, insert: after.slice(from, end) };
}

/** Whether an offset lies between the two units of one character. */
function isBetweenHalves(text: string, at: number): boolean {
  return at > 0 && at < text.length && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
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

/** The patch without what it leaves as it is at both its ends. */
export function smallestPatch(text: string, { from, to, insert }: TextPatch): TextPatch {
  const difference = textDifference(text.slice(from, to), insert);
  return { from: from + difference.from, to: from + difference.to, insert: difference.insert };
}

/** Patches that do at once what `first` and then, counting in the text after it, `second` do; as small as can be. */
export function composePatches(text: string, first: readonly TextPatch[], second: readonly TextPatch[]): readonly TextPatch[] {
  const kept = pieces([{ from: 0, to: text.length }], first);
  return gaps(text, pieces(kept, second));
}

/** A stretch of the original text, or a text that is new. */
type Piece = { readonly from: number; readonly to: number } | string;

const lengthOf = (piece: Piece) => (typeof piece === 'string' ? piece.length : piece.to - piece.from);
const part = (piece: Piece, from: number, to: number): Piece =>
  typeof piece === 'string' ? piece.slice(from, to) : { from: piece.from + from, to: piece.from + to };

/** The text that pieces make, patched. */
function pieces(before: readonly Piece[], patches: readonly TextPatch[]): readonly Piece[] {
  const after: Piece[] = [];
  let rest = [...before];
  let at = 0;
  /** Takes pieces up to an offset. */
  const take = (end: number): Piece[] => {
    const taken: Piece[] = [];
    while (at < end) {
      const [piece, ...others] = rest;
      if (piece === undefined) break;
      const size = Math.min(lengthOf(piece), end - at);
      taken.push(part(piece, 0, size));
      rest = size < lengthOf(piece) ? [part(piece, size, lengthOf(piece)), ...others] : others;
      at += size;
    }
    return taken;
  };
  for (const { from, to, insert } of patches) {
    after.push(...take(from), insert);
    take(to);
  }
  return [...after, ...rest];
}

/** What is between the stretches that are kept, as patches. */
function gaps(text: string, all: readonly Piece[]): readonly TextPatch[] {
  const patches: TextPatch[] = [];
  let from = 0;
  let insert = '';
  for (const piece of [...all, { from: text.length, to: text.length }]) {
    if (typeof piece === 'string') {
      insert += piece;
      continue;
    }
    if (insert !== '' || piece.from > from) patches.push(smallestPatch(text, { from, to: piece.from, insert }));
    from = piece.to;
    insert = '';
  }
  return patches.filter((patch) => patch.insert !== '' || patch.to > patch.from);
}

/**
 * Patches, in order and apart from each other, as they have to be made after `others` of the same text: what either deletes is gone, what
 * either inserts is there; at one place theirs comes behind.
 */
export function rebasePatches(patches: readonly TextPatch[], others: readonly TextPatch[]): TextPatch[] {
  /** Where a place of the text is after the others, before or behind what they put there. */
  const along = (at: number, behind: boolean): number => {
    let shift = 0;
    for (const { from, to, insert } of others) {
      if (to < at || (to === at && (from < at || behind))) shift += insert.length - (to - from);
      else if (from < at) shift += insert.length - (at - from);
    }
    return at + shift;
  };
  return patches.flatMap(({ from, to, insert }): TextPatch[] => {
    const cuts = [...new Set([from, to, ...others.flatMap((other) => [other.from, other.to])])]
      .filter((at) => at >= from && at <= to)
      .sort((a, b) => a - b);
    const place = along(from, false);
    const deleted = cuts.slice(1).flatMap((end, at): TextPatch[] => {
      const start = cuts[at] ?? end;
      if (others.some((other) => other.from <= start && end <= other.to)) return [];
      const moved = along(start, true);
      return [{ from: moved, to: moved + end - start, insert: '' }];
    });
    return insert === '' ? deleted : [{ from: place, to: place, insert }, ...deleted];
  });
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
