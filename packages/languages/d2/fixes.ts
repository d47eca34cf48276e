import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { fixesOf, type Slip } from '../mermaid/fixes.ts';
import { nearest } from '../nearest.ts';
import { shapeNames } from './vocabulary.ts';

const slips: readonly Slip[] = [
  { pattern: /\s*(?:-{1,2}>>|=+>|-\.+->|\.\.>|—>|–>|→|~>)\s*/, meant: ' -> ', label: 'Write “->”' },
  { pattern: /\s*(?:<=+|<<-+|←)\s*/, meant: ' <- ', label: 'Write “<-”' },
  { pattern: /("[^"\n]*?)\s*(\{?)\s*$/, meant: '$1" $2', label: 'Close the quotation' },
  { pattern: /('[^'\n]*?)\s*$/, meant: "$1'", label: 'Close the quotation' },
  { pattern: /(\[[^\]\n]*?)\s*$/, meant: '$1]', label: 'Close the bracket' },
  { pattern: /(\([^)\n]*?)\s*$/, meant: '$1)', label: 'Close the bracket' },
  { pattern: /^(\s*)\}\s*$/, meant: '$1', label: 'Remove this “}”' },
  { pattern: /\s*(?:<-+>?|-+>|--+)\s*$/, meant: '', label: 'Remove the arrow that leads nowhere' },
  { pattern: /^(\s*)(?:<?-+>?)\s*/, meant: '$1', label: 'Remove the arrow that comes from nowhere' },
  { pattern: /:\s*$/, meant: '', label: 'Remove the “:” behind which nothing is said' },
];

/** What may have been meant in D2. */
export function* fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  const said = source.slice(problem.from, problem.to);
  const shape = problem.severity === 'warning' ? nearest(said.replaceAll(/["']/g, '').toLowerCase(), shapeNames) : undefined;
  if (shape !== undefined) yield { label: `Write “${shape}”`, patch: { from: problem.from, to: problem.to, insert: shape } };
  yield* fixesOf(source, problem, slips, '}');
}
