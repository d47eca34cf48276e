import type { Statement } from './syntax.ts';

/** Statements and those in their subgraphs, in the order of the text. */
export function allStatements(statements: readonly Statement[]): readonly Statement[] {
  return statements.flatMap((statement) =>
    statement.kind === 'subgraph' ? [statement, ...allStatements(statement.statements)] : [statement],
  );
}
