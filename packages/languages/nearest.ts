/** The one of several words that is nearest to a mistyped one; undefined when none is alike. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const most = word.length < 4 ? 1 : Math.min(3, Math.ceil(word.length / 3));
  const alike = [...words].filter((other) => Math.abs(other.length - word.length) <= most);
  const found = alike.map((other) => ({ other, far: distance(word, other) })).filter(({ far }) => far > 0 && far <= most);
  return found.sort((a, b) => a.far - b.far)[0]?.other;
}

/** How many letters to put in, take out or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
