import type { Range } from '../mermaid/cursor.ts';
import type { Mention, Statement, Words } from './syntax.ts';

/** All statements, those in composite states after what holds them. */
export function allStatements(statements: readonly Statement[]): readonly Statement[] {
  return statements.flatMap((statement) =>
    statement.kind === 'state' && statement.body ? [statement, ...allStatements(statement.body.statements)] : [statement],
  );
}

/** A statement with the `state` before it, which is no part of its range. */
export function wholeStatement(source: string, { from, to }: Range): Range {
  const keyword = /(?:^|[\s{}])(state\s+)$/i.exec(source.slice(Math.max(0, from - 200), from))?.[1];
  return { from: from - (keyword?.length ?? 0), to };
}

/** A line that lists names of states: `class A,B hot` or `style A,B fill:red`. */
export type ListStatement = Extract<Statement, { kind: 'class' | 'style' }>;

export function lists(statements: readonly Statement[]): readonly ListStatement[] {
  return allStatements(statements).flatMap((statement) => (statement.kind === 'class' || statement.kind === 'style' ? [statement] : []));
}

/** Places that name a state and may have any of its names: not those in lists. */
export function mentionsOf(statements: readonly Statement[], id: string): readonly Mention[] {
  return allStatements(statements)
    .flatMap((statement): readonly Mention[] => {
      if (statement.kind === 'transition') return [statement.from_state, statement.to_state];
      return statement.kind === 'state' || statement.kind === 'note' || statement.kind === 'link' ? [statement.mention] : [];
    })
    .filter(({ text }) => text === id);
}

export function listed(statements: readonly Statement[], id: string): readonly Words[] {
  return lists(statements).flatMap(({ names }) => names.filter(({ text }) => text === id));
}
