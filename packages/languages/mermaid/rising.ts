/** A search forward for the nearest place from an offset on, for rising offsets: it looks anew only beyond what it found last. */
export function rising(find: (from: number) => number): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) found = find(from);
    return found;
  };
}

/** Where a pattern, which is global, fits next; Infinity when nowhere. */
export function nextOf(text: string, pattern: RegExp): (from: number) => number {
  return rising((from) => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
  });
}
