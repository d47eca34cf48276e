import type { Block, Placement } from '@autograph/document';
import type { AddEdit, ConnectEdit, RegroupEdit, StructureChange, TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { firstThatFits, sameForm } from '../mermaid/first-that-fits.ts';
import { indented, wholeLine } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import { type ChartForm, formOf } from './chart-form.ts';
import type { ChartKind } from './chart-kind.ts';
import { type Chart, type ChartNode, parentIn, thingIn } from './chart-model.ts';
import { parseLike } from './chart-parse.ts';
import { chartIds, sizeOf } from './chart-view.ts';
import { settingWords } from './read.ts';
import { nameSource, valueSource } from './sources.ts';
import { indentIn, lastIn, lastLine, lineBelow, withoutItem } from './text-lines.ts';

const unfit: Refusal = { refused: 'This does not fit into the text without changing more of it. Write it there.' };

/** Writes a new connection below the last one. */
export function connectNodes(chart: Chart, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  if (!thingIn(chart, from) || !thingIn(chart, to)) return { refused: 'A connection joins two nodes or groups of its own diagram.' };
  const connector = usualConnector(chart);
  const form = formOf(chart);
  const wanted = { ...form, edges: [...form.edges, { from, to, connector, label: '' }] };
  const ways = connectionWays(chart, `${nameSource(from)} ${connector} ${nameSource(to)}`).map((patch) => [patch]);
  return outcome(chart, block, ways, wanted);
}

function usualConnector({ edges }: Chart): string {
  const counts = Map.groupBy(edges, ({ connector }) => connector);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '>';
}

/** The places where a connection may be written, the best one first. */
function connectionWays({ source, statements }: Chart, text: string): readonly TextPatch[] {
  const last = statements.findLast(({ kind }) => kind === 'connection');
  return [...(last ? [lineBelow(source, last, text)] : []), lastLine(source, text)];
}

function outcome(chart: Chart, block: Block, ways: Iterable<readonly TextPatch[]>, wanted: ChartForm): StructureChange | Refusal {
  const fit = firstThatFits(block.source, parseLike(chart), ways, (after) => sameForm(formOf(after), wanted));
  if (!fit) return unfit;
  const known = new Set(chartIds(chart).ordered);
  const made = fit.model.edges.find(({ id }) => !known.has(id));
  if (!made) return { patches: fit.patches, layout: {} };
  const { x, y } = block.layout[made.from] ?? { x: 0, y: 0 };
  return { patches: fit.patches, layout: { [made.id]: { x, y } }, made: made.id };
}

/** Writes a new node, and the connection to it from what it was dragged out of. */
export function addNode(chart: Chart, block: Block, edit: AddEdit, measure: TextMeasurer, kind: ChartKind): StructureChange | Refusal {
  const { source } = chart;
  const ids = chartIds(chart).named;
  const first = kind.noun.charAt(0).toUpperCase() + kind.noun.slice(1);
  const name = ids.length === 0 ? first : newName({ ids, taken: new Set(ids), reserved: new Set(settingWords), noun: kind.noun });
  const shape =
    edit.outline === undefined ? undefined : [...(kind.outlines?.values ?? [])].find(([, outline]) => outline === edit.outline)?.[0];
  const said = shape !== undefined && kind.outlines ? { [kind.outlines.property]: shape } : {};
  const text =
    shape !== undefined && kind.outlines ? `${nameSource(name)} [${kind.outlines.property}: ${valueSource(shape)}]` : nameSource(name);
  const group = edit.group === undefined ? undefined : chart.groups.get(edit.group);
  const isApart = group !== undefined || chart.tables;
  const from = edit.from === undefined ? undefined : thingIn(chart, edit.from)?.id;
  const connector = usualConnector(chart);
  const form = formOf(chart);
  const wanted: ChartForm = {
    things: { ...form.things, [name]: { label: name, parent: group?.id ?? null, group: false, said, ...(chart.tables && { rows: [] }) } },
    edges: from === undefined ? form.edges : [...form.edges, { from, to: name, connector, label: '' }],
  };
  const listed = group
    ? group.blocks.toReversed().map((own) => lastIn(source, own, text))
    : listWays(chart, chart.tables ? `${text} {\n}` : text);
  const joined = from === undefined ? [] : connectionWays(chart, `${nameSource(from)} ${connector} ${isApart ? nameSource(name) : text}`);
  const ways =
    from === undefined
      ? listed.map((patch) => [patch])
      : isApart
        ? listed.flatMap((patch) => joined.map((line) => together([patch, line])))
        : joined.map((line) => [line]);
  const change = outcome(chart, block, ways, wanted);
  if ('refused' in change) return change;
  const node: ChartNode = { id: name, label: name, properties: new Map(Object.entries(said)), namings: [], blocks: [] };
  const { w, h } = sizeOf(chart, node, kind, measure);
  const place: Placement = { x: Math.round(edit.at.x - w / 2), y: Math.round(edit.at.y - h / 2), pinned: true };
  return { ...change, layout: { ...change.layout, [name]: place }, made: name };
}

/** Two additions at one place become one. */
function together(patches: readonly TextPatch[]): readonly TextPatch[] {
  const [first, second] = patches;
  return first && second && first.from === second.from && first.to === second.to
    ? [{ ...first, insert: first.insert + second.insert }]
    : patches;
}

/** The places where a node outside of all groups may be listed. */
function listWays({ source, statements }: Chart, text: string): readonly TextPatch[] {
  const last = statements.findLast(({ kind }) => kind === 'nodes' || kind === 'group');
  return [...(last ? [lineBelow(source, last, text)] : []), lastLine(source, text)];
}

/** Writes that a node or group belongs to another group, or to none: the line that lists it goes there. */
export function regroupThing(chart: Chart, block: Block, { node_id, group }: RegroupEdit): StructureChange | Refusal {
  const thing = thingIn(chart, node_id);
  const into = group === null ? undefined : chart.groups.get(group);
  if (!thing) return unfit;
  for (let at = into?.id; at !== undefined; at = parentIn(chart)(at))
    if (at === node_id) return { refused: 'A group cannot go into itself.' };
  const form = formOf(chart);
  const before = form.things[node_id];
  if (!before) return unfit;
  const wanted = { ...form, things: { ...form.things, [node_id]: { ...before, parent: into?.id ?? null } } };
  return outcome(chart, block, regroupWays(chart, thing, into?.id), wanted);
}

function* regroupWays(chart: Chart, thing: ChartNode, group: string | undefined): Iterable<readonly TextPatch[]> {
  const { source } = chart;
  const block = group === undefined ? undefined : chart.groups.get(group)?.blocks.at(-1);
  const put = (text: string) => (block ? [lastIn(source, block, text)] : listWays(chart, text));
  const own = chart.groups.get(thing.id);
  if (own) {
    const [only] = own.blocks;
    if (!only || own.blocks.length > 1) return;
    const text = indented(source, only, block ? indentIn(source, block) : '');
    for (const line of put(text)) yield [wholeLine(source, only), line];
    return;
  }
  const listings = thing.namings.flatMap(({ mention, statement }) => (statement.kind === 'nodes' ? [{ mention, statement }] : []));
  for (const { mention, statement } of listings) {
    const out = withoutItem(source, statement.items, mention);
    for (const line of put(source.slice(mention.from, mention.to))) yield [out, line];
    if (thing.namings.length > listings.length && !mention.properties) yield [out];
  }
  for (const line of put(nameSource(thing.id))) yield [line];
}
