import type { TextPatch } from '@autograph/editor';
import { type GraphForm, withEdge, withThing } from '../chart/form.ts';
import type { Part, Step } from '../chart/grammar.ts';
import type { Refusal } from '../language.ts';
import { replacing } from './edit-edges.ts';
import { insertAfter, insertFirst, insertInBody } from './insert.ts';
import { htmlSource, idSource, labelSource, labelText, quotedSource } from './label.ts';
import { directionOf, headName, isRecord, stylesOf } from './look.ts';
import type { Cluster, DotModel, Edge, Node, Values } from './model.ts';
import { relisted, retitled } from './record.ts';
import type { Attribute, AttributeList, Chain } from './syntax.ts';
import { outlineOf, shapeOf } from './vocabulary.ts';

/** Attributes to be said, by name, without quotes. */
type Said = Readonly<Record<string, string>>;

function holderOf(model: DotModel, part: Part): Node | Cluster | Edge | undefined {
  return 'edge' in part ? model.edges[part.edge] : (model.nodes.get(part.thing) ?? model.clusters.get(part.thing));
}

export function labelStep(model: DotModel, part: Part, text: string): Step | Refusal {
  const holder = holderOf(model, part);
  if (!holder) return { refused: 'There is no such thing in the text.' };
  const before = holder.values.get('label');
  if ('mentions' in holder && isRecord(holder) && !before?.html)
    return sayStep(model, part, { label: retitled(before?.text ?? '\\N', text) });
  if (before?.html) {
    const html = htmlSource(before.text, text);
    return html === undefined
      ? { refused: 'This label has markup that would be lost. Change it in the text.' }
      : sayStep(model, part, { label: `<${html}>` });
  }
  const name = 'edge' in part && !before && holder.values.has('xlabel') ? 'xlabel' : 'label';
  const names = { own: 'mentions' in holder ? holder.id : '', graph: model.syntax.id?.text ?? '' };
  if (before && labelText(before, names) === text) return { wanted: model.form, ways: [] };
  return sayStep(model, part, { [name]: labelSource(text) });
}

export function listStep(model: DotModel, id: string, name: string, value: unknown): Step | Refusal {
  const node = model.nodes.get(id);
  const lines = Array.isArray(value)
    ? value.map((row: unknown) => (typeof row === 'object' && row && 'text' in row ? String(row.text) : ''))
    : [];
  const label = node?.values.get('label');
  if (!node || !isRecord(node) || !label || label.html) return { refused: 'This has no fields in the text.' };
  const relabelled = relisted(label.text, name, lines);
  if (name === 'methods' && lines.length > 0 && relabelled === label.text)
    return { refused: 'A record has methods when it is built as a class is: “{Name|attributes\\l|methods\\l}”. Write that in the text.' };
  return sayStep(model, { thing: id }, { label: relabelled });
}

const lineStyles = ['solid', 'dashed', 'dotted'];

export function styleStep(model: DotModel, part: Part, css: string, value: string): Step | Refusal {
  const values: Values = holderOf(model, part)?.values ?? new Map();
  switch (css) {
    case 'fill':
      if ('edge' in part) break;
      return sayStep(model, part, { fillcolor: value === 'none' ? 'transparent' : value, style: styleWith(values, ['filled'], []) });
    case 'stroke':
      return sayStep(model, part, { color: value === 'none' ? 'transparent' : value });
    case 'color':
      return sayStep(model, part, { fontcolor: value });
    case 'stroke-width':
      return sayStep(model, part, { penwidth: value.replace('px', '') });
    case 'font-size':
      return sayStep(model, part, { fontsize: value.replace('px', '') });
    case 'stroke-dasharray':
      return sayStep(model, part, {
        style: styleWith(values, [value === '0' ? 'solid' : value.startsWith('2') ? 'dotted' : 'dashed'], lineStyles),
      });
  }
  return { refused: 'DOT has no attribute for this.' };
}

function styleWith(values: Values, added: readonly string[], replaced: readonly string[]): string {
  const kept = stylesOf(values).filter((word) => !replaced.includes(word) && !added.includes(word));
  return [...kept, ...added].join(',');
}

export function outlineStep(model: DotModel, id: string, outline: string): Step | Refusal {
  const shape = shapeOf(outline);
  const node = model.nodes.get(id);
  if (!shape || !node) return { refused: 'Graphviz has no such shape.' };
  const styles = stylesOf(node.values);
  const style: Said =
    outline === outlineOf(shape, styles) ? {} : { style: styleWith(node.values, outline === 'rounded' ? ['rounded'] : [], ['rounded']) };
  return sayStep(model, { thing: id }, { shape, ...style });
}

export function headStep(model: DotModel, edge: number, end: 'from' | 'to', head: string): Step | Refusal {
  const name = headName(head);
  const values = model.edges[edge]?.values;
  if (name === undefined || !values) return { refused: 'Graphviz has no such arrow head.' };
  const direction = directionOf(values, model.syntax.directed);
  const [own, other] = end === 'to' ? ['forward', 'back'] : ['back', 'forward'];
  const isShown = direction === own || direction === 'both';
  const dir: Said = isShown || name === 'none' ? {} : { dir: direction === other ? 'both' : own };
  return sayStep(model, { edge }, { [end === 'to' ? 'arrowhead' : 'arrowtail']: name, ...dir });
}

function sayStep(model: DotModel, part: Part, said: Said): Step {
  let wanted: GraphForm = model.form;
  for (const [name, value] of Object.entries(said)) {
    wanted = 'edge' in part ? withEdge(wanted, part.edge, name, value) : withThing(wanted, part.thing, name, value);
  }
  return { wanted, ways: waysOf(model, part, said) };
}

function* waysOf(model: DotModel, part: Part, said: Said): Iterable<readonly TextPatch[]> {
  const { source } = model;
  if ('edge' in part) {
    const edge = model.edges[part.edge];
    if (!edge) return;
    if (model.edges.filter(({ statement }) => statement === edge.statement).length === 1) yield inStatement(edge.statement, edge.own, said);
    const all = [...edge.own].flatMap(([name, { value }]) =>
      name in said ? [] : `${idSource(name)}=${source.slice(value.from, value.to)}`,
    );
    yield* replacing(model, edge.statement, new Map([[edge, { suffix: ` [${[...all, listed(said)].join(', ')}]` }]]));
    return;
  }
  const node = model.nodes.get(part.thing);
  if (node) yield* nodeWays(model, node, said);
  const cluster = model.clusters.get(part.thing);
  if (cluster) yield* clusterWays(model, cluster, said);
}

function* nodeWays({ source }: DotModel, { id, own, mentions }: Node, said: Said): Iterable<readonly TextPatch[]> {
  for (const { statement } of mentions) if (statement.ends.length === 1) yield inStatement(statement, own, said);
  for (const { statement } of mentions) {
    if (statement.ends.length > 1) yield [insertAfter(source, statement, `${idSource(id)} [${listed(said)}]`)];
  }
}

function* clusterWays({ source }: DotModel, { own, places }: Cluster, said: Said): Iterable<readonly TextPatch[]> {
  const [changed, fresh] = changes(own, said);
  if (Object.keys(fresh).length === 0) yield changed;
  const lines = Object.entries(fresh)
    .map(([name, value]) => `${name}=${valueSource(value)}`)
    .join('; ');
  for (const { body } of places) {
    const last = body.statements.findLast((statement) => statement.kind === 'assignment');
    if (last) yield [...changed, insertAfter(source, last, lines)];
    yield [...changed, insertFirst(source, body, lines)];
    yield [...changed, insertInBody(source, body, lines)];
  }
}

/** Into a statement's own lists, or behind it. */
function inStatement(statement: Chain, own: ReadonlyMap<string, Attribute>, said: Said): readonly TextPatch[] {
  const [changed, fresh] = changes(own, said);
  if (Object.keys(fresh).length === 0) return changed;
  const list = statement.lists.at(-1);
  if (!list) return [...changed, { from: statement.to, to: statement.to, insert: ` [${listed(fresh)}]` }];
  return [...changed, intoList(list, fresh)];
}

function intoList({ attributes, from }: AttributeList, fresh: Said): TextPatch {
  const last = attributes.at(-1);
  const at = last?.to ?? from + 1;
  return { from: at, to: at, insert: last ? `, ${listed(fresh)}` : listed(fresh) };
}

/** What is said already, with other values, and what is not. */
function changes(own: ReadonlyMap<string, Attribute>, said: Said): readonly [readonly TextPatch[], Said] {
  const known = Object.entries(said).flatMap(([name, value]): TextPatch[] => {
    const attribute = own.get(name);
    if (!attribute) return [];
    const { from, to, form } = attribute.value;
    return [{ from, to, insert: form === 'quoted' && !isHtml(value) ? quotedSource(value) : valueSource(value) }];
  });
  return [known, Object.fromEntries(Object.entries(said).filter(([name]) => !own.has(name)))];
}

const isHtml = (value: string) => /^<[\s\S]*>$/.test(value);

function valueSource(value: string): string {
  return isHtml(value) ? value : idSource(value);
}

function listed(said: Said): string {
  return Object.entries(said)
    .map(([name, value]) => `${name}=${valueSource(value)}`)
    .join(', ');
}
