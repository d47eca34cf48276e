import type { FlowModel } from './model.ts';
import type { Chain, Statement, Subgraph } from './syntax.ts';

/** The subgraph whose lines are meant; null for those outside of all. */
export type Scope = string | null;

/** The subgraph that each node and subgraph belongs to. */
export function owners(model: FlowModel): ReadonlyMap<string, string> {
  return new Map([...model.groups.values()].flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
}

/** The subgraphs around a node or subgraph, from the inside. */
export function around(model: FlowModel, id: string): readonly string[] {
  const owner = owners(model);
  const found: string[] = [];
  for (let at = owner.get(id); at !== undefined && !found.includes(at); at = owner.get(at)) found.push(at);
  return found;
}

/** The innermost scope of both lists: a line there makes nothing a member of anything else. */
export function commonScope(a: readonly string[], b: readonly string[]): Scope {
  return a.find((scope) => b.includes(scope)) ?? null;
}

export function statementsIn(model: FlowModel, scope: Scope): readonly Statement[] {
  return scope === null ? model.syntax.statements : (model.groups.get(scope)?.syntax.statements ?? []);
}

/** Whether a statement, or one within it, names a node or subgraph. */
export function names(model: FlowModel, statement: Statement, id: string): boolean {
  if (statement.kind === 'chain') return statement.lists.some((list) => list.some((mention) => mention.id === id));
  if (statement.kind !== 'subgraph') return false;
  return groupOf(model, statement) === id || statement.statements.some((inner) => names(model, inner, id));
}

function groupOf(model: FlowModel, statement: Subgraph): string | undefined {
  return [...model.groups.values()].find(({ syntax }) => syntax === statement)?.id;
}

/** The statement after which a line about an edge belongs: the last one with an edge from the same node, but not before both ends are known. */
export function anchorFor(model: FlowModel, scope: Scope, from: string, to: string): Chain | Subgraph | undefined {
  const statements = partsOf(model, scope);
  const leaves = (statement: Statement) =>
    statement.kind === 'chain' &&
    statement.lists
      .slice(0, -1)
      .flat()
      .some(({ id }) => id === from);
  const last = Math.max(statements.findLastIndex(leaves), first(model, statements, from), first(model, statements, to));
  return last < 0 ? statements.at(-1) : statements[last];
}

function first(model: FlowModel, statements: readonly Statement[], id: string): number {
  return statements.findIndex((statement) => names(model, statement, id));
}

/** The chains and subgraphs among a scope's statements. */
export function partsOf(model: FlowModel, scope: Scope): readonly (Chain | Subgraph)[] {
  return statementsIn(model, scope).filter(
    (statement): statement is Chain | Subgraph => statement.kind === 'chain' || statement.kind === 'subgraph',
  );
}
