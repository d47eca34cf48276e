import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, withEitherEnd } from '../../testing/random-text.ts';

const id = fc.constantFrom('a', 'b', 'c', '"d e"', '7');
const list = fc.constantFrom('', ' [color=red]', ' [label="one\\nmore", style="filled,dashed"]', ' [shape=record, label="{A|x|y}"]');
const end = fc.constantFrom(';', '', '; // why');
const edge = fc.oneof(
  filled('? -> ???', id, id, list, end),
  filled('? -> ? -> ???', id, id, id, list, end),
  filled('{? ?} -> ??', id, id, id, end),
);
const statement = fc.oneof(edge, filled('???', id, list, end), fc.constantFrom('node [shape=box]', 'edge [color=grey];', 'rankdir=LR'));
const cluster = fc
  .tuple(fc.constantFrom('cluster_1', 'cluster_2', ''), fc.array(statement, { maxLength: 3 }))
  .map(([name, inside]): Part => ({ opens: `subgraph ${name} {`, inside, closes: '}' }));

/** What stands in the braces of a graph, in lines. */
function laidOut(parts: readonly Part[], margin: string): readonly string[] {
  return parts.flatMap((part) =>
    typeof part === 'string' ? [margin + part] : [margin + part.opens, ...laidOut(part.inside, `${margin}  `), `${margin}}`],
  );
}

export const random: RandomLanguage = {
  sources: withEitherEnd(
    fc
      .tuple(
        fc.constantFrom('digraph {', 'strict digraph "G" {'),
        fc.array(fc.oneof({ weight: 4, arbitrary: statement }, cluster), { maxLength: 7 }),
      )
      .map(([head, parts]) => [head, ...laidOut(parts, '  '), '}', ''].join('\n')),
  ),
  lines: [],
};
