/** What holds what, without the things that are said to hold each other. */
export function withoutCircles(parents: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const sound = new Map(parents);
  for (const id of parents.keys()) if (isCircular(id, sound)) sound.delete(id);
  return sound;
}

function isCircular(id: string, parents: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
