import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { fixesOf, type Slip } from '../mermaid/fixes.ts';

const slips: readonly Slip[] = [
  { pattern: /((?:<<)?--?(?:>>?|[x)])[+-]?\s*[^\s:]+)\s+(?=[^\s:])/, meant: '$1: ', label: 'Put a colon before the message' },
  { pattern: /((?:<<)?--?(?:>>?|[x)])[+-]?\s*[^\s:]+)\s*$/, meant: '$1: message', label: 'Add a message' },
  { pattern: /(\w)\s*(?:-|=>|→)\s*(?=\w+\s*:)/, meant: '$1->>', label: 'Write “->>”' },
];

export function fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  return fixesOf(source, problem, slips, 'end');
}
