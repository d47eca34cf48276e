/** The fewest letters that must be taken out and put in to make one text another (Myers, "An O(ND) Difference Algorithm", 1986). */
export function fewestLetters(before: string, after: string): number {
  const most = before.length + after.length;
  const reach = new Map<number, number>([[1, 0]]);
  const at = (diagonal: number) => reach.get(diagonal) ?? -1;
  for (let changes = 0; changes <= most; changes += 1) {
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const isDown = diagonal === -changes || (diagonal !== changes && at(diagonal - 1) < at(diagonal + 1));
      let x = isDown ? at(diagonal + 1) : at(diagonal - 1) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reach.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return changes;
    }
  }
  return most;
}
