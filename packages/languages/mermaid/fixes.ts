import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { nearest } from '../nearest.ts';

/** A usual mistake within one line. */
export interface Slip {
  readonly pattern: RegExp;
  /** What was meant, as the second argument of `String.replace`. */
  readonly meant: string;
  readonly label: string;
}

/** Arrows as other notations write them, where `-->` is one. */
export const arrowSlips: readonly Slip[] = [{ pattern: /(?<![-<=.])\s*(?:->|=>|—>|–>|→)(?!>)\s*/, meant: ' --> ', label: 'Write “-->”' }];

/** Ideas for a word that the language does not know, where the problem shows or at the beginning of its line: the nearest one of these. */
export function* nearestWord(source: string, { from, severity }: Diagnostic, words: Iterable<string>): Iterable<Fix> {
  if (severity !== 'error') return;
  const known = [...words];
  const line = source.lastIndexOf('\n', from - 1) + 1;
  const first = line + (/^\s*/.exec(source.slice(line))?.[0].length ?? 0);
  for (const at of new Set([from, first])) {
    const found = /^[\w-]*/.exec(source.slice(at))?.[0] ?? '';
    const meant = nearest(found, known);
    if (meant !== undefined) yield { label: `Write “${meant}”`, patch: { from: at, to: at + found.length, insert: meant } };
  }
}

/** What is opened and not closed shows as a problem at most so many lines further down. */
const farthest = 5;

/** Ideas for a problem whose mistake stands in a line above, the nearest first. */
export function* fixesAbove(source: string, problem: Diagnostic, slips: readonly Slip[]): Iterable<Fix> {
  for (let line = problem.line - 1; line > Math.max(0, problem.line - 1 - farthest); line -= 1)
    yield* fixesOf(source, { ...problem, line }, slips);
}

/** A slip of the hand stands in a line that a person wrote; looking through longer ones would hold up who types, UTF-16 units. */
const longestLine = 300;

/** Ideas for a problem: each slip that its line shows, then `end` or `}` for what is never closed. */
export function* fixesOf(source: string, { line, severity }: Diagnostic, slips: readonly Slip[], closing?: string): Iterable<Fix> {
  if (severity !== 'error') return;
  const lines = source.split('\n');
  const text = lines[line - 1] ?? '';
  const from = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0);
  for (const { pattern, meant, label } of text.length > longestLine ? [] : slips)
    if (pattern.test(text)) yield { label, patch: { from, to: from + text.length, insert: text.replace(pattern, meant) } };
  if (closing === undefined) return;
  const end = source.trimEnd().length;
  yield { label: `Add “${closing}”`, patch: { from: end, to: end, insert: `\n  ${closing}` } };
}
