import type { Diagnostic } from '@autograph/editor';
import type { Fix } from '../fixes.ts';
import { fixesAbove, fixesOf, type Slip } from '../mermaid/fixes.ts';

const slips: readonly Slip[] = [
  { pattern: /([\w-]*\w-\w[\w-]*)/, meant: '"$1"', label: 'Put the name in quotes' },
  { pattern: /\[\s*([\w]+)\s*:\s*/, meant: '[$1=', label: 'Write “=” before the value' },
  { pattern: /=\s*(#[\da-fA-F]{3,8}\b|[\w.]+[-/%][\w.%/-]*)/, meant: '="$1"', label: 'Put the value in quotes' },
  { pattern: /(\[[^\]\n]*?)\s*(;?)\s*$/, meant: '$1]$2', label: 'Close the bracket' },
  { pattern: /("[^"\n]*?)\s*([\];]*)\s*$/, meant: '$1"$2', label: 'Close the quotation' },
  { pattern: /\s*-[->]\s*(;?)\s*$/, meant: '$1', label: 'Remove the edge that leads nowhere' },
];

/** What may have been meant in DOT. */
export function* fixes(source: string, problem: Diagnostic): Iterable<Fix> {
  const head = source.search(/\S/);
  const directed = /^\s*(?:\/\/.*\n|#.*\n|\s)*(?:strict\s+)?digraph\b/i.test(source);
  const arrow = directed || !/^\s*(?:strict\s+)?graph\b/i.test(source) ? '->' : '--';
  yield* fixesOf(
    source,
    problem,
    [{ pattern: /\s*(?:-->|->>|=+>|—>|→|->|--)\s*/g, meant: ` ${arrow} `, label: `Write “${arrow}”` }, ...slips],
    '}',
  );
  yield* fixesAbove(source, problem, slips);
  if (!directed && arrow === '->' && head >= 0) {
    const body = source.trim();
    yield {
      label: 'Write “digraph { … }” around',
      patch: { from: 0, to: source.length, insert: `digraph {\n  ${body.replaceAll('\n', '\n  ')}\n}\n` },
    };
  }
}
