import type { TextPatch } from '@autograph/editor';
import { withoutParts } from '../chart/form.ts';
import type { Step } from '../chart/grammar.ts';
import { joinedPatches } from '../joined-patches.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { type EdgeChange, pieces } from './edit-edges.ts';
import { replaceStatement, withComment } from './insert.ts';
import { idSource } from './label.ts';
import type { DotModel } from './model.ts';
import type { Body, Chain, Statement } from './syntax.ts';

/** Takes nodes and clusters, with all that is within, and edges out of the text. */
export function removeStep(model: DotModel, things: ReadonlySet<string>, edges: ReadonlySet<number>): Step {
  return { wanted: withoutParts(model.form, things, edges), ways: [removal(model, things, edges)] };
}

function removal(model: DotModel, gone: ReadonlySet<string>, torn: ReadonlySet<number>): readonly TextPatch[] {
  const { source, edges } = model;
  const changed = new Map(edges.flatMap((edge, at) => (torn.has(at) ? [[edge, 'gone' as EdgeChange] as const] : [])));
  const bodies = new Set(
    [...model.clusters.values()].filter(({ id }) => gone.has(id)).flatMap(({ places }) => places.map(({ body }) => body)),
  );
  const touched: Chain[] = [];
  const isTouched = (statement: Chain) => {
    const [first] = statement.ends;
    if (statement.ends.length === 1)
      return first?.kind === 'node' ? gone.has(first.id.text) : first !== undefined && bodies.has(first.body);
    const lost = edges.filter((edge) => edge.statement === statement && changed.has(edge));
    // Where only lists of nodes lose some, the lists are changed and not the statement.
    const inLists =
      statement.ends.every((end) => end.kind === 'subgraph' || !gone.has(end.id.text)) &&
      lost.every(({ from, to }) => gone.has(from) || gone.has(to));
    return statement.ends.some((end) => end.kind === 'node' && gone.has(end.id.text)) || (lost.length > 0 && !inLists);
  };
  const gather = (body: Body) => {
    for (const statement of body.statements) {
      if (statement.kind !== 'chain') continue;
      if (isTouched(statement)) touched.push(statement);
      else for (const end of statement.ends) if (end.kind === 'subgraph') gather(end.body);
    }
  };
  gather(model.syntax.body);
  const within = (statement: Statement) => touched.some(({ from, to }) => statement.from >= from && statement.to <= to);
  const kept = new Set<string>();
  return joinedPatches(
    touched.map((statement): TextPatch => {
      const left = pieces(model, statement, changed);
      for (const edge of edges) if (edge.statement === statement && !changed.has(edge)) for (const id of [edge.from, edge.to]) kept.add(id);
      const stranded = namedIn(model, statement).filter(
        (id) => !gone.has(id) && !kept.has(id) && model.nodes.get(id)?.mentions.every((mention) => within(mention.statement)),
      );
      for (const id of stranded) kept.add(id);
      const texts = [...left, ...stranded.map(idSource)];
      return texts.length > 0 ? replaceStatement(source, statement, texts) : wholeLine(source, withComment(source, statement));
    }),
  );
}

function namedIn({ nodes }: DotModel, { from, to }: Chain): readonly string[] {
  return [...nodes.values()].filter(({ mentions }) => mentions.some(({ end }) => end.from >= from && end.to <= to)).map(({ id }) => id);
}
