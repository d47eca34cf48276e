import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { fixesOf, type Slip } from '../mermaid/fixes.ts';

const slips: readonly Slip[] = [
  {
    pattern: /^(\s*[^:\n]*?\S)\s+(?=(?:(?:done|active|crit|milestone)\s*,\s*)*(?:\d{4}-\d\d-\d\d|after\s))/,
    meant: '$1 :',
    label: 'Write “:” before the dates',
  },
  { pattern: /(\d{4}-\d\d-\d\d)\s+(?=\d+\w|\d{4}-)/, meant: '$1, ', label: 'Part them by a comma' },
];

export function fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  return fixesOf(source, problem, slips);
}
