/**
 * Letters to change, add, leave out or swap to come from what was typed to a word or to its beginning (people look before they have
 * typed it all): Damerau's distance to the nearest beginning. More than `most` where there are more than that.
 */
export function typingDistance(token: string, word: string, most: number): number {
  if (token.length - word.length > most) return most + 1;
  const length = Math.min(word.length, token.length + most);
  let before = new Uint8Array(length + 1);
  let row = Uint8Array.from({ length: length + 1 }, (_, at) => at);
  for (let i = 1; i <= token.length; i++) {
    const next = new Uint8Array(length + 1);
    next[0] = i;
    let least = i;
    for (let j = 1; j <= length; j++) {
      const cost = stepCost(token, word, i, j, before, row, next);
      next[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(...row.subarray(Math.max(0, token.length - most)));
}

function stepCost(token: string, word: string, i: number, j: number, before: Uint8Array, row: Uint8Array, next: Uint8Array): number {
  const same = token[i - 1] === word[j - 1];
  const cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
  const swapped = i > 1 && j > 1 && token[i - 1] === word[j - 2] && token[i - 2] === word[j - 1];
  return swapped ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost;
}
