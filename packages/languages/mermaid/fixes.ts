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

/** Ideas for a problem: each slip that its line shows, then `end` or `}` for what is never closed. */
export function* fixesOf(source: string, { line }: Diagnostic, slips: readonly Slip[], closing?: string): Iterable<Fix> {
  const lines = source.split('\n');
  const text = lines[line - 1] ?? '';
  const from = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0);
  for (const { pattern, meant, label } of slips)
    if (pattern.test(text)) yield { label, patch: { from, to: from + text.length, insert: text.replace(pattern, meant) } };
  if (closing === undefined) return;
  const end = source.trimEnd().length;
  yield { label: `Add “${closing}”`, patch: { from: end, to: end, insert: `\n  ${closing}` } };
}
