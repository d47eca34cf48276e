import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { type Chart, type ChartEdge, parentIn, thingIn } from './chart-model.ts';
import { listing } from './fitted.ts';
import { rewritten } from './rewrite-connection.ts';
import type { NodeList } from './syntax.ts';
import { lastIn, lastLine, withoutItem } from './text-lines.ts';

/** What goes when things are taken out: a group with all in it, a node with its connections. */
export function goneWith(chart: Chart, ids: ReadonlySet<string>): ReadonlySet<string> {
  const parent = parentIn(chart);
  const isGone = (id: string): boolean => {
    for (let at: string | undefined = id; at !== undefined; at = parent(at)) if (ids.has(at)) return true;
    return false;
  };
  const gone = new Set(ids);
  for (const id of [...chart.nodes.keys(), ...chart.groups.keys()]) if (isGone(id)) gone.add(id);
  for (const { id, from, to } of chart.edges) if (gone.has(from) || gone.has(to)) gone.add(id);
  return gone;
}

/** Takes what goes out of the text. What is `kept` is written alone where it was named, or into its group. */
export function takenOut(chart: Chart, gone: ReadonlySet<string>, kept: ReadonlySet<string>): readonly TextPatch[] {
  const { source, edges } = chart;
  const bodies = [...chart.groups.values(), ...chart.nodes.values()].filter(({ id }) => gone.has(id)).flatMap(({ blocks }) => blocks);
  const isInBody = ({ from, to }: Range) => bodies.some((body) => from > body.from && to <= body.to);
  const patches: TextPatch[] = bodies.filter((body) => !isInBody(body)).map((body) => wholeLine(source, body));
  const touched = new Set(edges.filter(({ id, statement }) => gone.has(id) && !isInBody(statement)).map(({ statement }) => statement));
  const left = new Set(kept);
  for (const statement of touched) {
    const own = edges.filter((edge) => edge.statement === statement);
    const named = own.flatMap(({ ends, scope }) => ends.map(({ name }) => ({ name, scope })));
    const alone = [
      ...new Set(named.filter(({ name, scope }) => left.has(name) && thingIn(chart, name)?.parent === scope).map(({ name }) => name)),
    ];
    for (const name of alone) left.delete(name);
    const change = new Map<ChartEdge, null>(own.filter(({ id }) => gone.has(id)).map((edge) => [edge, null]));
    const line = alone.map((name) => listing(chart, name)).join(', ');
    patches.push(rewritten(source, statement, own, change, line === '' ? [] : [line]));
  }
  for (const name of left) {
    const block = chart.groups.get(thingIn(chart, name)?.parent ?? '')?.blocks.at(-1);
    patches.push(block ? lastIn(source, block, listing(chart, name)) : lastLine(source, listing(chart, name)));
  }
  for (const statement of listsOf(chart, gone)) {
    if (!isInBody(statement)) patches.push(...withoutItems(source, statement, gone));
  }
  return patches;
}

function listsOf(chart: Chart, gone: ReadonlySet<string>): ReadonlySet<NodeList> {
  const namings = [...chart.nodes.values(), ...chart.groups.values()].filter(({ id }) => gone.has(id)).flatMap((thing) => thing.namings);
  return new Set(namings.flatMap(({ statement }) => (statement.kind === 'nodes' ? [statement] : [])));
}

function withoutItems(source: string, { items, ...statement }: NodeList, gone: ReadonlySet<string>): readonly TextPatch[] {
  const left = items.filter(({ name }) => !gone.has(name));
  if (left.length === 0) return [wholeLine(source, statement)];
  if (left.length === items.length - 1) {
    return items.filter(({ name }) => gone.has(name)).map((item) => withoutItem(source, items, item));
  }
  return [{ from: statement.from, to: statement.to, insert: left.map(({ from, to }) => source.slice(from, to)).join(', ') }];
}
