import type { TextPatch } from '@autograph/editor';
import type { Said } from '../chart/form.ts';
import type { NewNode, Step } from '../chart/grammar.ts';
import type { Refusal } from '../language.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import { insertAfter, insertInBody, withComment } from './insert.ts';
import { idSource } from './label.ts';
import type { DotModel, Mention, Values } from './model.ts';
import type { Body, Statement } from './syntax.ts';
import { shapeOf } from './vocabulary.ts';

function said(values: Values | undefined): Said {
  return Object.fromEntries([...(values ?? [])].map(([name, { text, html }]) => [name, html ? `<${text}>` : text]));
}

/** The last statement outside of all subgraphs that joins nodes. */
function lastEdge({ syntax }: DotModel): Statement | undefined {
  return syntax.body.statements.findLast((statement) => statement.kind === 'chain' && statement.ends.length > 1);
}

const arrowOf = ({ syntax }: DotModel) => (syntax.directed ? '->' : '--');

/** Writes an edge after the last one, or at the end. */
export function connectStep(model: DotModel, from: string, to: string): Step | Refusal {
  if (!model.nodes.has(from) || !model.nodes.has(to))
    return { refused: 'An edge of Graphviz joins two nodes: draw it from one to another.' };
  const { form, source, syntax } = model;
  const isThere = form.edges.some(
    (edge) => (edge.from === from && edge.to === to) || (!syntax.directed && edge.from === to && edge.to === from),
  );
  if (syntax.strict && isThere) return { refused: 'A strict graph has one edge between two nodes, which there is.' };
  const text = `${idSource(from)} ${arrowOf(model)} ${idSource(to)}`;
  const last = lastEdge(model);
  const ways = [...(last ? [[insertAfter(source, last, text)]] : []), [insertInBody(source, syntax.body, text)]];
  return { wanted: { ...form, edges: [...form.edges, { ...said(model.standing.get(syntax.body)?.edge), from, to }] }, ways };
}

/** Writes a new node, and the edge to it from what it was dragged out of. */
export function addStep(model: DotModel, { group, from, outline }: NewNode): (Step & { readonly made: string }) | Refusal {
  const { form, syntax } = model;
  const ids = [...model.nodes.keys()];
  const made = newName({
    ids,
    taken: new Set(ids),
    reserved: new Set(['node', 'edge', 'graph', 'digraph', 'subgraph', 'strict']),
    noun: 'step',
  });
  if (from !== undefined && !model.nodes.has(from)) return { refused: 'An edge of Graphviz joins two nodes: drag it out of one.' };
  const body = (group === undefined ? undefined : model.clusters.get(group)?.places.at(-1)?.body) ?? syntax.body;
  const cluster: Said = body === syntax.body ? {} : { cluster: group ?? '' };
  const standing = model.standing.get(body)?.node;
  const shape = outline === undefined ? undefined : shapeOf(outline);
  const look = shape === undefined || shape === standing?.get('shape')?.text ? '' : ` [shape=${shape}]`;
  const node: Said = { ...said(standing), ...(look !== '' && shape !== undefined && { shape }), ...cluster };
  const edges = from === undefined ? form.edges : [...form.edges, { ...said(model.standing.get(syntax.body)?.edge), from, to: made }];
  const wanted = { ...form, things: { ...form.things, [made]: node }, edges };
  return {
    wanted,
    made,
    ways: addWays(
      model,
      body,
      `${idSource(made)}${look}`,
      from === undefined ? undefined : `${idSource(from)} ${arrowOf(model)} ${idSource(made)}`,
    ),
  };
}

function* addWays(model: DotModel, body: Body, node: string, edge: string | undefined): Iterable<readonly TextPatch[]> {
  const { source, syntax } = model;
  const inside = insertInBody(source, body, node);
  if (edge === undefined) return yield [inside];
  const last = lastEdge(model) ?? syntax.body.statements.at(-1);
  if (!last) return;
  const line = insertAfter(source, last, edge);
  if (body === syntax.body && !node.includes('[')) yield [line];
  yield body === syntax.body ? [{ ...line, insert: insertAfter(source, last, node).insert + line.insert }] : [inside, line];
  yield [inside, insertInBody(source, syntax.body, edge)];
}

/** Moves a node into a cluster, or out of all: its statement goes there, and what names it in the one that it leaves goes out of it. */
export function regroupStep(model: DotModel, id: string, group: string | null): Step | Refusal {
  const node = model.nodes.get(id);
  if (!node) return { refused: 'A cluster is moved in the text: take its lines there.' };
  const { cluster: _, ...rest } = model.form.things[id] ?? {};
  const thing = group === null ? rest : { ...rest, cluster: group };
  return { wanted: { ...model.form, things: { ...model.form.things, [id]: thing } }, ways: regroupWays(model, id, group) };
}

function* regroupWays(model: DotModel, id: string, group: string | null): Iterable<readonly TextPatch[]> {
  const { source, syntax } = model;
  const mentions = model.nodes.get(id)?.mentions ?? [];
  const target = group === null ? undefined : model.clusters.get(group)?.places.at(-1)?.body;
  const isRoot = ({ body }: Mention) => body === syntax.body;
  const inClusters = mentions.filter((mention) => !isRoot(mention) && mention.body !== target);
  const outer = (mention: Mention) => syntax.body.statements.find(({ from, to }) => mention.end.from >= from && mention.end.to <= to);
  const textOf = ({ statement }: Mention) => source.slice(statement.from, statement.to);
  const moved = [...new Map(inClusters.map((mention) => [mention.statement, mention])).values()];
  const leaving = (stays: (mention: Mention) => string | undefined) =>
    moved.flatMap((mention): TextPatch[] => {
      const place = outer(mention);
      const left = stays(mention);
      const whole = withComment(source, mention.statement);
      const out = left === undefined ? wholeLine(source, whole) : { from: mention.statement.from, to: mention.statement.to, insert: left };
      const isOwn = mention.statement.ends.length === 1;
      if (isOwn && target) return [out, insertInBody(source, target, textOf(mention))];
      return place ? [out, insertAfter(source, place, textOf(mention))] : [out];
    });
  // Nodes that only such a statement names stay where they are.
  const others = ({ statement }: Mention) => {
    const names = [...model.nodes.values()]
      .filter((node) => node.id !== id && node.mentions.every((one) => one.statement === statement))
      .map((node) => idSource(node.id));
    return names.length > 0 ? names.join('; ') : undefined;
  };
  const hasOwn = moved.some(({ statement }) => statement.ends.length === 1);
  const declared = target && !hasOwn ? [insertInBody(source, target, idSource(id))] : [];
  if (moved.length > 0) {
    yield [...leaving(() => undefined), ...declared];
    yield [...leaving(others), ...declared];
  }
  const own = mentions.filter((mention) => isRoot(mention) && mention.statement.ends.length === 1);
  const [only] = own;
  if (target && only && own.length === 1 && moved.length === 0) {
    yield [wholeLine(source, withComment(source, only.statement)), insertInBody(source, target, textOf(only))];
  }
  if (target) yield [insertInBody(source, target, idSource(id))];
}
