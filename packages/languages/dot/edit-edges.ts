import type { TextPatch } from '@autograph/editor';
import { withEdge } from '../chart/form.ts';
import type { Step } from '../chart/grammar.ts';
import type { Refusal } from '../language.ts';
import { insertAfter, replaceStatement } from './insert.ts';
import { idSource } from './label.ts';
import type { DotModel, Edge } from './model.ts';
import type { Chain } from './syntax.ts';

/** What becomes of an edge: other ends or attributes, as written; or it goes. */
export type EdgeChange = { readonly from?: string; readonly to?: string; readonly suffix?: string } | 'gone';

/** A statement's edges with some changed, as statements: what still hangs together stays a chain. */
export function pieces({ source, edges, syntax }: DotModel, statement: Chain, changed: ReadonlyMap<Edge, EdgeChange>): readonly string[] {
  const own = edges.filter((edge) => edge.statement === statement);
  const isPlain = statement.ends.every(({ kind }) => kind === 'node');
  const rest = source.slice(statement.body.to, statement.to);
  const arrow = syntax.directed ? '->' : '--';
  const found: { text: string; readonly suffix: string; to?: number }[] = [];
  for (const edge of own) {
    const change = changed.get(edge);
    if (change === 'gone') continue;
    const [start, end] = [statement.ends[edge.at], statement.ends[edge.at + 1]];
    const from = change?.from ?? (start?.kind === 'node' ? source.slice(start.from, start.to) : idSource(edge.from));
    const to = change?.to ?? (end?.kind === 'node' ? source.slice(end.from, end.to) : idSource(edge.to));
    const last = found.at(-1);
    if (!change && last?.to === edge.at) {
      last.text += ` ${arrow} ${to}`;
      last.to = edge.at + 1;
    } else found.push({ text: `${from} ${arrow} ${to}`, suffix: change?.suffix ?? rest, ...(isPlain && !change && { to: edge.at + 1 }) });
  }
  return found.map(({ text, suffix }) => text + suffix);
}

/** A statement written anew with some of its edges changed, each piece in a line of its own. */
export function* replacing(model: DotModel, statement: Chain, changed: ReadonlyMap<Edge, EdgeChange>): Iterable<readonly TextPatch[]> {
  yield [replaceStatement(model.source, statement, pieces(model, statement, changed))];
}

/** Hangs an end of an edge on another node; the others of its statement stay. */
export function rerouteStep(model: DotModel, at: number, which: 'from' | 'to', id: string): Step | Refusal {
  const edge = model.edges[at];
  if (!edge || !model.nodes.has(id)) return { refused: 'An edge of Graphviz joins two nodes: draw it to one.' };
  return { wanted: withEdge(model.form, at, which, id), ways: rerouteWays(model, edge, which, id) };
}

function* rerouteWays(model: DotModel, edge: Edge, which: 'from' | 'to', id: string): Iterable<readonly TextPatch[]> {
  const { source } = model;
  const { statement, at } = edge;
  const old = model.nodes.get(edge[which]);
  const alone = old?.mentions.every((mention) => mention.statement === statement) === true;
  const declared = alone && old ? [insertAfter(source, statement, idSource(old.id))] : [];
  const end = statement.ends[which === 'from' ? at : at + 1];
  const isOuter = which === 'from' ? at === 0 : at === statement.ends.length - 2;
  if (end?.kind === 'node' && isOuter && statement.ends.every(({ kind }) => kind === 'node')) {
    const patch = { from: end.from, to: end.to, insert: idSource(id) };
    yield [patch, ...declared];
  }
  const texts = pieces(model, statement, new Map([[edge, { [which]: idSource(id) }]]));
  yield [replaceStatement(source, statement, texts)];
  if (alone && old) yield [replaceStatement(source, statement, [...texts, idSource(old.id)])];
}
