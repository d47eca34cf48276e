import type { Block } from '@autograph/document';
import type { RegroupEdit, StructureChange } from '@autograph/editor';
import type { Refusal } from '../language.ts';
import { indentAt, indented } from '../mermaid/lines.ts';
import { idSource, indentOf } from './file-style.ts';
import { insertInto } from './insert-line.ts';
import { withMember } from './meaning.ts';
import type { FlowEdge, FlowModel } from './model.ts';
import { elsewhere } from './reroute.ts';
import { begin, changeOf, firstThatSays, inOneStep, type Revision, revise, type Way } from './revision.ts';
import { around, owners, type Scope } from './scopes.ts';
import { allStatements } from './statements.ts';
import type { Chain, Subgraph } from './syntax.ts';
import { without } from './take-out.ts';

/** Writes that a node or subgraph belongs to another subgraph, or to none: what says so goes there, with the edges that named it where it was. */
export function regroup(model: FlowModel, block: Block, { node_id, group }: RegroupEdit): StructureChange | Refusal {
  const moved = model.groups.get(node_id);
  const scope = group !== null && model.groups.has(group) ? group : null;
  if (moved && scope !== null && (scope === node_id || around(model, scope).includes(node_id)))
    return { refused: 'A group cannot go into itself.' };
  if ((owners(model).get(node_id) ?? null) === scope) return { patches: [], layout: {} };
  const ways = moved ? [movedBlock(moved.syntax, scope)] : nodeWays(node_id, scope);
  const end = firstThatSays(begin(model), (before) => withMember(before, node_id, scope), ways);
  return end
    ? changeOf(end, block.layout)
    : { refused: 'This cannot be regrouped without changing more of the text. Move its lines there.' };
}

function nodeWays(id: string, scope: Scope): Way[] {
  const into: Way = (start) => inOneStep([insertInto(start.model, scope, idSource(start.model, id))])(start);
  const dropped: Way = (start) => inOneStep(bareLines(start.model, id).map((line) => without(start.model.source, line)))(start);
  const moved: Way = (start) => movedLine(start, id, scope);
  const there: Way = (start) => start;
  const home = scope === null ? [dropped, moved, there] : [there, moved, into];
  const afterwards =
    (way: Way): Way =>
    (start) => {
      const out = extracted(start, id, scope);
      return out && way(out);
    };
  return [...home, ...home.map(afterwards)];
}

/** Its own line, which says nothing but the node, put into the other scope. */
function movedLine(start: Revision, id: string, scope: Scope): Revision | undefined {
  const { model } = start;
  const own = ownLines(model, id);
  const [line] = own.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  if (!line) return undefined;
  const text = model.source.slice(line.from, line.to);
  const bare = own
    .filter((other) => other !== line && model.source.slice(other.from, other.to) === id)
    .map((other) => without(model.source, other));
  return revise(start, [...bare, without(model.source, line), insertInto(model, scope, text)]);
}

/** Those of its own lines that say no more than that it is there. */
function bareLines(model: FlowModel, id: string): readonly Chain[] {
  return ownLines(model, id).filter(({ from, to }) => model.source.slice(from, to) === id);
}

function ownLines(model: FlowModel, id: string): readonly Chain[] {
  return allStatements(model.syntax.statements).filter(
    (statement): statement is Chain =>
      statement.kind === 'chain' && statement.links.length === 0 && statement.lists.flat().every((mention) => mention.id === id),
  );
}

/** The edges of a node that stand in other subgraphs than the one it is to belong to, written outside of all. */
function extracted(start: Revision, id: string, scope: Scope): Revision | undefined {
  let now: Revision | undefined = start;
  for (let round = 0; now && round <= start.model.edges.length; round++) {
    const edge = groupedEdge(now.model, id, scope);
    if (!edge) return now;
    now = elsewhere(now, edge, edge.from, edge.to, null);
  }
  return undefined;
}

function groupedEdge(model: FlowModel, id: string, scope: Scope): FlowEdge | undefined {
  const others = [...model.groups.values()].filter((group) => group.id !== scope);
  const inside = new Set(others.flatMap(({ syntax }) => syntax.statements));
  return model.edges.find((edge) => (edge.from === id || edge.to === id) && inside.has(edge.chain));
}

/** A subgraph's lines put into another scope, indented as there. */
function movedBlock(syntax: Subgraph, scope: Scope): Way {
  return (start) => {
    const { model } = start;
    const { source } = model;
    const opening = scope === null ? undefined : model.groups.get(scope)?.syntax;
    const indent = (opening ? indentAt(source, opening.from) : '') + indentOf(model);
    return revise(start, [without(source, syntax), insertInto(model, scope, indented(source, syntax, indent))]);
  };
}
