import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { arrowSlips, fixesOf, type Slip } from '../mermaid/fixes.ts';

const slips: readonly Slip[] = [...arrowSlips];

export function fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  return fixesOf(source, problem, slips, '}');
}
