import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { fixesAbove, fixesOf, type Slip } from '../mermaid/fixes.ts';

const unclosed: readonly Slip[] = [{ pattern: /(\[[^\]\n{]*[^\]\s{])(\s*\{)?\s*$/, meant: '$1]$2', label: 'Close the bracket' }];

const slips: readonly Slip[] = [
  { pattern: /\s*(?:-{1,2}>>|={2,}>|-\.+->|\.\.>|—>|–>|→|⟶)\s*/, meant: ' > ', label: 'Write “>”' },
  { pattern: /\[\s*([\w-]+)\s*=\s*/, meant: '[$1: ', label: 'Write “:” before the value' },
  {
    pattern: /([[,])\s*(icon|color|label|shape|type|colorMode|styleMode|typeface)\s+(?=[\w"#])/,
    meant: '$1$2: ',
    label: 'Write “:” before the value',
  },
  { pattern: /("[^"\n]*")\s+(?=\w+\s*:)/, meant: '$1, ', label: 'Part them by a comma' },
  { pattern: /(\[[^\]\n]*:[^\],\n]*?)\s+([\w-]+\s*:)/, meant: '$1, $2', label: 'Part them by a comma' },
  ...unclosed,
  { pattern: /("[^"\n]*?)\s*([\]{]?)\s*$/, meant: '$1"$2', label: 'Close the quotation' },
  { pattern: /\]\s*(?=[\p{L}"])/u, meant: '] > ', label: 'Put “>” between' },
  { pattern: /^\s*\}\s*$/, meant: '', label: 'Remove this “}”' },
  { pattern: /\s*(?:<-{0,2}>?|-{0,2}>)\s*$/, meant: '', label: 'Remove the arrow that leads nowhere' },
  { pattern: /^(\s*)(?:-{0,2}>|<-{0,2})\s*/, meant: '$1', label: 'Remove the arrow that comes from nowhere' },
];

/** What may have been meant in Eraser's notation. */
export function* fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  yield* fixesOf(source, problem, slips, '}');
  yield* fixesAbove(source, problem, unclosed);
}
