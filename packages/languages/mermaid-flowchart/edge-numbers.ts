import type { TextPatch } from '@autograph/editor';
import { edgeMeaning } from './meaning.ts';
import type { FlowEdge, FlowModel } from './model.ts';
import { allStatements } from './statements.ts';
import type { Statement, Syntax } from './syntax.ts';
import { listPatch } from './take-out.ts';

/** Which edge of the one model each of the other has become, by number. */
export type EdgePairs = ReadonlyMap<number, number>;

/** Pairs edges that say the same, in order, without those that are gone; one that is left on both sides has been changed. */
export function pairEdges(before: readonly FlowEdge[], after: readonly FlowEdge[], gone: ReadonlySet<string> = new Set()): EdgePairs {
  const pairs = new Map<number, number>();
  const waiting = Map.groupBy(after.keys(), (at) => keyOf(after[at]));
  const lone: number[] = [];
  for (const [at, edge] of before.entries()) {
    if (gone.has(edge.id)) continue;
    const found = waiting.get(keyOf(edge))?.shift();
    if (found === undefined) lone.push(at);
    else pairs.set(at, found);
  }
  const left = [...waiting.values()].flat();
  const [was, ...others] = lone;
  const [now, ...more] = left;
  if (was !== undefined && now !== undefined && others.length === 0 && more.length === 0) pairs.set(was, now);
  return pairs;
}

function keyOf(edge: FlowEdge | undefined): string {
  return edge ? JSON.stringify({ ...edgeMeaning(edge), classes: [], styles: [], curve: undefined }) : '';
}

/** Patches after which the numbers in `linkStyle` lines, which mean edges of `before`, mean the same edges where these are now. */
export function renumber(source: string, syntax: Syntax, pairs: EdgePairs): readonly TextPatch[] {
  return allStatements(syntax.statements).flatMap((statement) => {
    if (statement.kind !== 'linkStyle') return [];
    return listPatch(source, statement, statement.targetsRange, statement.targets.map(String), (target) =>
      target === 'default' ? target : pairs.get(Number(target))?.toString(),
    );
  });
}

/** The syntax without what speaks of edges by number. */
export function withoutNumbers(syntax: Syntax): Syntax {
  const plain = (statements: readonly Statement[]): readonly Statement[] =>
    statements.flatMap((statement): readonly Statement[] => {
      if (statement.kind === 'linkStyle') return [];
      return statement.kind === 'subgraph' ? [{ ...statement, statements: plain(statement.statements) }] : [statement];
    });
  return { ...syntax, statements: plain(syntax.statements) };
}

/** Whether any line speaks of edges by number. */
export function usesNumbers({ syntax }: Pick<FlowModel, 'syntax'>): boolean {
  return allStatements(syntax.statements).some(
    (statement) => statement.kind === 'linkStyle' && statement.targets.some((target) => target !== 'default'),
  );
}
