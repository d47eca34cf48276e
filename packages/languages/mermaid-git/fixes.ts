import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { fixesOf, nearestWord, type Slip } from '../mermaid/fixes.ts';

const words = ['commit', 'branch', 'checkout', 'switch', 'merge', 'cherry-pick'];

const slips: readonly Slip[] = [{ pattern: /^(\s*)(?:checkout|switch)\s+/, meant: '$1branch ', label: 'Begin this branch here' }];

export function* fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  yield* nearestWord(source, problem, words);
  const branches = ['main', ...[...source.matchAll(/^\s*branch\s+([\w./-]+)/gm)].flatMap(([, name]) => name ?? [])];
  const at = problem.from + (/^\s*(?:checkout|switch|merge)\s+/.exec(source.slice(problem.from))?.[0].length ?? 0);
  yield* nearestWord(source, { ...problem, from: at }, branches);
  yield* fixesOf(source, problem, slips);
}
