import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { fixesOf, nearestWord, type Slip } from '../mermaid/fixes.ts';
import { forms } from './words.ts';

const slips: readonly Slip[] = [
  { pattern: /(\([^)]*)$/, meant: '$1)', label: 'Close the bracket' },
  { pattern: /^(\s*(?:Bi)?Rel\w*\(\s*\w+\s*,\s*\w+\s*)\)/, meant: '$1, "uses")', label: 'Say what the relation is' },
];

export function* fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  yield* nearestWord(source, problem, forms.keys());
  yield* fixesOf(source, problem, slips, '}');
}
