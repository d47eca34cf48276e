import { type PreparedQuery, prepareQuery, type WordScores } from './match-words.ts';

/** What can be looked for by name. */
export interface Named {
  readonly title: string;
  /** Other names, lower case. */
  readonly aliases: readonly string[];
}

export interface Hit<T> {
  readonly item: T;
  /** Above 0; above 2 the query is a whole name or begins one. */
  readonly score: number;
}

export interface SearchOptions<T> {
  readonly limit?: number;
  readonly accept?: (item: T) => boolean;
}

/** The items that best fit a query, best first; all of them, in their order, for an empty one. */
export type Search<T> = (query: string, options?: SearchOptions<T>) => readonly Hit<T>[];

interface Name {
  /** Without spaces: people write "dynamo db" and "dynamodb". */
  readonly compact: string;
  readonly words: readonly number[];
}

interface Prepared<T> {
  readonly item: T;
  readonly names: readonly Name[];
  readonly context: Context;
}

interface Context {
  readonly words: readonly string[];
  readonly numbers: readonly number[];
}

/** Lower-case words of letters and digits. */
export function plainWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean);
}

/**
 * A search over items by their names: whole names first, then beginnings, then parts, then misspellings. `context` gives words that may
 * stand beside a name in a query ("azure vm"). Each distinct word is compared once for each word of a query.
 */
export function createSearch<T extends Named>(items: readonly T[], context: (item: T) => string = () => ''): Search<T> {
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const contexts = new Map<string, Context>();
  const contextOf = (text: string) => {
    const words = plainWords(text);
    const known = contexts.get(text) ?? { words, numbers: words.map(numberOf) };
    contexts.set(text, known);
    return known;
  };
  const prepared = items.map((item): Prepared<T> => {
    const names = [item.title, ...item.aliases].map((name) => plainWords(name));
    return {
      item,
      names: names.map((words) => ({ compact: words.join(''), words: words.map(numberOf) })),
      context: contextOf(context(item)),
    };
  });
  const vocabulary = [...numbers.keys()];

  return (query, { limit = 30, accept = () => true } = {}) => {
    const words = plainWords(query);
    const wanted = prepareQuery(words, vocabulary);
    const besideContext = new Map(
      [...contexts.values()].map((one) => [one, words.filter((word) => !one.words.includes(word)).join('')] as const),
    );
    const hits: Hit<T>[] = [];
    for (const candidate of prepared) {
      if (words.length === 0 && hits.length === limit) break;
      if (!accept(candidate.item)) continue;
      const score = words.length === 0 ? 1 : scoreOf(candidate, wanted, besideContext.get(candidate.context) ?? '');
      if (score > 0) hits.push({ item: candidate.item, score });
    }
    hits.sort((a, b) => b.score - a.score);
    return hits.slice(0, limit);
  };
}

function scoreOf<T>({ names, context }: Prepared<T>, { compact, tokens }: PreparedQuery, besideContext: string): number {
  let best = 0;
  for (const name of names) {
    best = Math.max(best, wholeScore(name.compact, compact), wordsScore(name.words, context.numbers, tokens));
    if (besideContext !== '') best = Math.max(best, wholeScore(name.compact, besideContext));
  }
  return best;
}

/** How well the query is the name, spaces aside. */
function wholeScore(name: string, query: string): number {
  if (name === query) return 4;
  if (name.startsWith(query)) return 2 + query.length / name.length;
  return query.length > 2 && name.includes(query) ? 0.5 + (0.5 * query.length) / name.length : 0;
}

/** How well each word of the query is one of the name's, at least one of them in the name itself. */
function wordsScore(name: readonly number[], context: readonly number[], tokens: readonly WordScores[]): number {
  let sum = 0;
  let own = 0;
  for (const scores of tokens) {
    const inName = bestOf(name, scores);
    const best = Math.max(inName, 0.5 * bestOf(context, scores));
    if (best === 0) return 0;
    if (inName > 0) own++;
    sum += best;
  }
  const share = own / Math.max(name.length, 1);
  return sum / tokens.length + 0.5 * Math.min(share, 1) * (own > 0 ? 1 : 0);
}

function bestOf(words: readonly number[], scores: WordScores): number {
  let best = 0;
  for (const word of words) best = Math.max(best, scores[word] ?? 0);
  return best;
}
