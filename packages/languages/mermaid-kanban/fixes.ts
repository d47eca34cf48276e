import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { fixesOf, type Slip } from '../mermaid/fixes.ts';

const slips: readonly Slip[] = [{ pattern: /\[([^\]]*)$/, meant: '[$1]', label: 'Close the bracket' }];

export function fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  return fixesOf(source, problem, slips);
}
