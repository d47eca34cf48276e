import type { IconEntry } from './icon.ts';

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** Share of common trigrams, 0..1 (Jaccard), the measure of PostgreSQL's pg_trgm. */
function similarity(a: string, b: string): number {
  const left = trigrams(a);
  const right = trigrams(b);
  let common = 0;
  for (const gram of left) if (right.has(gram)) common++;
  return common / (left.size + right.size - common);
}

function score(entry: IconEntry, query: string): number {
  let best = 0;
  for (const [rank, name] of [entry.title, entry.id.slice(entry.id.indexOf(':') + 1), ...entry.aliases].entries()) {
    const text = plain(name);
    const bonus = rank >= 2 ? 0.05 : 0;
    if (text === query) best = Math.max(best, 3 + bonus);
    else if (text.startsWith(query)) best = Math.max(best, 2 + query.length / text.length);
    else if (text.split(' ').some((word) => word.startsWith(query))) best = Math.max(best, 1.2 + query.length / text.length);
    else if (text.includes(query)) best = Math.max(best, 0.8 + query.length / text.length / 2);
    else best = Math.max(best, similarity(text, query));
  }
  return best;
}

/** The icons that best fit a query, best first; finds prefixes, aliases and misspelt names. */
export function searchIcons(entries: readonly IconEntry[], query: string, limit = 30): IconEntry[] {
  const wanted = plain(query);
  if (wanted === '') return entries.slice(0, limit);
  return entries
    .map((entry) => ({ entry, score: score(entry, wanted) }))
    .filter((hit) => hit.score > 0.35)
    .sort((a, b) => b.score - a.score || a.entry.title.length - b.entry.title.length || a.entry.id.localeCompare(b.entry.id))
    .slice(0, limit)
    .map((hit) => hit.entry);
}
