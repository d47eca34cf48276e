import { typingDistance } from './typing-distance.ts';

/** How well a word of a query fits each word of a vocabulary, 0..1. */
export type WordScores = Float32Array;

export interface PreparedQuery {
  readonly compact: string;
  readonly tokens: readonly WordScores[];
}

export function prepareQuery(words: readonly string[], vocabulary: readonly string[]): PreparedQuery {
  return { compact: words.join(''), tokens: words.map((word) => scoreWords(word, vocabulary)) };
}

/** What begins a known word is not misspelt: only for the rest are slips of the fingers looked for. */
function scoreWords(token: string, vocabulary: readonly string[]): WordScores {
  const scores = Float32Array.from(vocabulary, (word) => likeness(token, word));
  const slips = token.length < 4 ? 0 : token.length < 8 ? 1 : 2;
  if (slips === 0 || scores.some((score) => score >= beginning)) return scores;
  return scores.map((score, at) => {
    const word = vocabulary[at] ?? '';
    if (score > 0 || !startAlike(token, word)) return score;
    const distance = typingDistance(token, word, slips);
    return distance > slips ? 0 : 0.45 - 0.1 * distance;
  });
}

const beginning = 0.7;

/** 1 for the word itself, less for its beginning, less again for a part of it. */
function likeness(token: string, word: string): number {
  if (word === token) return 1;
  const at = word.indexOf(token);
  if (at === 0) return beginning + (0.2 * token.length) / word.length;
  return at > 0 && token.length > 2 ? 0.4 + (0.2 * token.length) / word.length : 0;
}

/** Hardly anyone mistypes both of the first two letters. */
function startAlike(token: string, word: string): boolean {
  return word.charCodeAt(0) === token.charCodeAt(0) || word.charCodeAt(1) === token.charCodeAt(1);
}
