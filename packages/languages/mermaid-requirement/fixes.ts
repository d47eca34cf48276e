import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { fixesOf, nearestWord, type Slip } from '../mermaid/fixes.ts';

const words = [
  'requirement functionalRequirement interfaceRequirement performanceRequirement physicalRequirement designConstraint element',
  'id text risk verifymethod type docref contains copies derives satisfies verifies refines traces',
].flatMap((line) => line.split(' '));

const slips: readonly Slip[] = [{ pattern: /\s*(?:-->|->|=>|→)\s*/, meant: ' - satisfies -> ', label: 'Write “- satisfies ->”' }];

export function* fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  yield* nearestWord(source, problem, words);
  yield* fixesOf(source, problem, slips, '}');
}
