import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';

/** A usual mistake within one line. */
export interface Slip {
  readonly pattern: RegExp;
  /** What was meant, as the second argument of `String.replace`. */
  readonly meant: string;
  readonly label: string;
}

/** Arrows as other notations write them, where `-->` is one. */
export const arrowSlips: readonly Slip[] = [{ pattern: /(?<![-<=.])\s*(?:->|=>|—>|–>|→)(?!>)\s*/, meant: ' --> ', label: 'Write “-->”' }];

/** What is opened and not closed shows as a problem at most so many lines further down. */
const farthest = 5;

/** Ideas for a problem whose mistake stands in a line above, the nearest first. */
export function* fixesAbove(source: string, problem: Diagnostic, slips: readonly Slip[]): Iterable<Fix> {
  for (let line = problem.line - 1; line > Math.max(0, problem.line - 1 - farthest); line -= 1)
    yield* fixesOf(source, { ...problem, line }, slips);
}

/** Ideas for a problem: each slip that its line shows, then `end` or `}` for what is never closed. */
export function* fixesOf(source: string, { line, severity }: Diagnostic, slips: readonly Slip[], closing?: string): Iterable<Fix> {
  if (severity !== 'error') return;
  const lines = source.split('\n');
  const text = lines[line - 1] ?? '';
  const from = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0);
  for (const { pattern, meant, label } of slips)
    if (pattern.test(text)) yield { label, patch: { from, to: from + text.length, insert: text.replace(pattern, meant) } };
  if (closing === undefined) return;
  const end = source.trimEnd().length;
  yield { label: `Add “${closing}”`, patch: { from: end, to: end, insert: `\n  ${closing}` } };
}
