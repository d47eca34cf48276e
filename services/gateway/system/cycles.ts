interface Edge {
  readonly from: string;
  readonly to: string;
}

/** One circle for each group of nodes that reach each other: the shortest from its first node back to it. */
export function cyclesOf(edges: readonly Edge[]): string[][] {
  const next = Map.groupBy(edges, ({ from }) => from);
  const circle = (start: string): string[] | null => {
    const queue: string[][] = [[start]];
    const seen = new Set<string>();
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      for (const { to } of next.get(path.at(-1) ?? '') ?? []) {
        if (to === start) return path;
        if (seen.has(to)) continue;
        seen.add(to);
        queue.push([...path, to]);
      }
    }
    return null;
  };
  const found: string[][] = [];
  for (const node of [...next.keys()].sort()) {
    if (found.some((known) => known.includes(node))) continue;
    const round = circle(node);
    if (round) found.push(round);
  }
  return found;
}
