import type { Block, ShapeChange, Terminal } from '@autograph/document';
import { type BlockEdit, composePatches, type DerivedShapeEdit, patchText, type TextPatch } from '@autograph/editor';
import { collectEdits, type Patches } from '../collect-edits.ts';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import { titleId } from '../mermaid/title.ts';
import { type Ids, renamedPlacements } from '../moves.ts';
import { type ChartForm, type EdgeForm, formOf } from './chart-form.ts';
import type { ChartKind } from './chart-kind.ts';
import { type Chart, type ChartEdge, type ChartNode, type Naming, thingIn } from './chart-model.ts';
import { parseLike } from './chart-parse.ts';
import { goneWith, takenOut } from './chart-remove.ts';
import { chartHolding, chartIds, oneLine } from './chart-view.ts';
import { coloursOf } from './colours.ts';
import { connectorAfter } from './connectors.ts';
import { fitted, listing } from './fitted.ts';
import { rewritten } from './rewrite-connection.ts';
import { labelSource, nameSource, withProperties } from './sources.ts';
import { lineBelow } from './text-lines.ts';
import { rowPatches } from './write-rows.ts';

const looks: Refusal = {
  refused: 'Eraser’s code gives a node one colour, a fill (pastel, bold, outline) and a typeface, and nothing else.',
};
const unfit: Refusal = { refused: 'These changes do not fit into the text together. Make them one at a time, or in the text.' };

/** Writes edits of nodes, groups and connections back as the smallest patches of the text and as pinned placements. */
export function editChart(chart: Chart, block: Block, edits: readonly DerivedShapeEdit[], kind: ChartKind): BlockEdit | Refusal {
  const collected = collectEdits(block, edits, chartHolding(chart), (id, said) => change(chart, block, id, said, kind));
  if ('refused' in collected) return collected;
  const { patches, layout, moved, removed } = collected;
  if (removed.has(titleId)) return { refused: 'Take the title out in the text.' };
  const gone = goneWith(chart, removed);
  const taken = removed.size > 0 ? fitted(chart, formWithout(chart, gone), (kept) => takenOut(chart, gone, kept)) : [];
  if (!taken) return { refused: 'Other lines of the text depend on this. Take it out there.' };
  const kept = patches.filter((patch) => !taken.some(({ from, to }) => patch.from >= from && patch.to <= to));
  const all = joinedPatches([...kept, ...taken]);
  for (const id of gone) layout[id] = null;
  if (all.length === 0) return { patches: [], layout };
  const after = areApart(all) ? parseLike(chart)(patchText(block.source, all)) : undefined;
  const left = chartIds(chart);
  const counts = (ids: Ids) => [ids.named, ids.ordered].map((list) => list.filter((id) => !gone.has(id)).length).join();
  if (!after?.ok || counts(left) !== counts(chartIds(after.model))) return unfit;
  return {
    patches: composePatches(block.source, all, []),
    layout: { ...layout, ...renamedPlacements(left, chartIds(after.model), moved, gone) },
  };
}

function formWithout(chart: Chart, gone: ReadonlySet<string>): ChartForm {
  const { things, edges } = formOf(chart);
  return {
    things: Object.fromEntries(Object.entries(things).filter(([id]) => !gone.has(id))),
    edges: edges.filter((_, at) => !gone.has(chart.edges[at]?.id ?? '')),
  };
}

function change(chart: Chart, block: Block, id: string, { parent_id: _, ...said }: ShapeChange, kind: ChartKind): Patches {
  if (Object.keys(said).length === 0) return [];
  const edge = chart.edges.find((candidate) => candidate.id === id);
  if (edge) return changeEdge(chart, block, edge, said);
  const title = chart.settings.get('title');
  if (id === titleId && title) {
    const text = oneLine((said.text ?? '').trim());
    if (Object.keys(said).some((key) => key !== 'text') || text === '')
      return { refused: 'A title is words in one line, and nothing else.' };
    return [{ ...title.valueRange, insert: labelSource(text) }];
  }
  const thing = thingIn(chart, id);
  return thing ? changeThing(chart, thing, said, kind) : looks;
}

function changeThing(chart: Chart, thing: ChartNode, said: ShapeChange, kind: ChartKind): Patches {
  const colours = coloursOf(said);
  if (!colours || ['start', 'end', 'start_head', 'end_head', 'stroke_style'].some((key) => key in said)) return looks;
  const wanted = new Map(colours);
  const { outline, rows } = said;
  const columns = rows === undefined ? [] : rowPatches(chart, thing, rows);
  if ('refused' in columns) return columns;
  if (typeof outline === 'string') {
    const value = [...(kind.outlines?.values ?? [])].find(([, name]) => name === outline)?.[0];
    if (value === undefined || !kind.outlines || chart.groups.has(thing.id)) return { refused: 'Eraser has no such shape.' };
    wanted.set(kind.outlines.property, value);
  }
  const renamed = typeof said.text === 'string' ? rename(chart, thing, said.text.trim()) : undefined;
  if (renamed && 'refused' in renamed) return renamed;
  for (const [key, value] of renamed?.properties ?? []) wanted.set(key, value);
  return [...(renamed?.patches ?? []), ...withAll(thing, wanted), ...columns];
}

/** Each property where the text says it already, else where the thing is listed. */
function withAll(thing: ChartNode, wanted: ReadonlyMap<string, string | null>): readonly TextPatch[] {
  const isListing = ({ statement, mention }: Naming) => statement.kind !== 'connection' && mention.from === mention.nameRange.from;
  const home = thing.namings.find(isListing) ?? thing.namings.find(({ statement }) => statement.kind === 'connection') ?? thing.namings[0];
  const places = thing.namings.map(({ mention }) => mention);
  const parts = new Map<(typeof places)[number], Map<string, string | null>>();
  for (const [key, value] of wanted) {
    const saying = places.filter((mention) => mention.properties?.entries.some((entry) => entry.key === key));
    const at = value === null ? saying : [saying.at(-1) ?? home?.mention].filter((mention) => mention !== undefined);
    for (const mention of at) parts.set(mention, (parts.get(mention) ?? new Map<string, string | null>()).set(key, value));
  }
  return [...parts].flatMap(([mention, part]) => withProperties(mention, part));
}

interface Renaming {
  readonly patches: readonly TextPatch[];
  readonly properties: ReadonlyMap<string, string | null>;
}

/** Another label, or where there is none another name wherever the text names it. */
function rename(chart: Chart, thing: ChartNode, text: string): Renaming | Refusal {
  if (text === thing.label) return { patches: [], properties: new Map() };
  if (text === '') return { refused: 'A name needs at least one letter.' };
  if (thing.properties.has('label') || text.includes('\n') || thingIn(chart, text))
    return { patches: [], properties: new Map([['label', text]]) };
  const insert = nameSource(text);
  return { patches: thing.namings.map(({ mention }) => ({ ...mention.nameRange, insert })), properties: new Map() };
}

function changeEdge(chart: Chart, block: Block, edge: ChartEdge, said: ShapeChange): Patches {
  const known = ['text', 'start', 'end', 'start_head', 'end_head', 'stroke_style'];
  if (Object.keys(said).some((key) => !known.includes(key)))
    return { refused: 'Connections of Eraser’s code have no colours of their own.' };
  const connector = connectorAfter(edge.connector, said, chart.tables);
  const label = typeof said.text === 'string' ? said.text.trim() : edge.label;
  const ends = [said.start, said.end].map((terminal, at) => endAfter(chart, block, terminal, at === 0 ? edge.from : edge.to));
  const [from, to] = ends;
  if (from === undefined || to === undefined) return { refused: 'A connection joins two nodes or groups of its own diagram.' };
  const wanted = { from, to, connector, label };
  const form = formOf(chart);
  const edges = form.edges.map((found, at) => (chart.edges[at] === edge ? wanted : found));
  for (const way of [inPlace, ownLine]) {
    const patches = fitted(chart, { ...form, edges }, (kept) => {
      const patches = way(chart, edge, wanted);
      const alone = [...kept].map((id) => listing(chart, id)).join(', ');
      return alone === '' ? patches : [...patches, lineBelow(chart.source, edge.statement, alone)];
    });
    if (patches) return patches;
  }
  return { refused: 'This connection shares its line with others. Change it in the text.' };
}

/** The change written where the words are that it is about. */
function inPlace(chart: Chart, edge: ChartEdge, wanted: EdgeForm): readonly TextPatch[] {
  const siblings = chart.edges.filter(({ statement }) => statement === edge.statement);
  if (siblings.length === 1) return ownPatches(chart.source, edge, wanted);
  return edge.ends.flatMap((mention, at) => {
    const name = at === 0 ? wanted.from : wanted.to;
    return name === mention.name ? [] : [{ from: mention.from, to: mention.to, insert: nameSource(name) }];
  });
}

/** The statement written anew, with this connection apart from those that stay. */
function ownLine(chart: Chart, edge: ChartEdge, { from, to, connector, label }: EdgeForm): readonly TextPatch[] {
  const siblings = chart.edges.filter(({ statement }) => statement === edge.statement);
  const end = (name: string, at: 0 | 1) => {
    const mention = edge.ends[at];
    return { name, text: name === mention.name ? chart.source.slice(mention.nameRange.from, mention.nameRange.to) : nameSource(name) };
  };
  return [rewritten(chart.source, edge.statement, siblings, new Map([[edge, { from: end(from, 0), to: end(to, 1), connector, label }]]))];
}

/** The patches of a connection that has its statement for itself. */
function ownPatches(source: string, edge: ChartEdge, { from, to, connector, label }: EdgeForm): readonly TextPatch[] {
  const { statement, ends } = edge;
  const patches: TextPatch[] = [];
  for (const [mention, name] of [[ends[0], from] as const, [ends[1], to] as const]) {
    if (name !== mention.name) patches.push({ from: mention.from, to: mention.to, insert: nameSource(name) });
  }
  if (connector !== edge.connector) patches.push({ ...edge.connectorRange, insert: connector });
  if (label === edge.label) return patches;
  if (statement.label && statement.labelled) {
    const { from: colon, to: end } = statement.labelled;
    if (label === '') patches.push({ from: source.slice(0, colon).trimEnd().length, to: end, insert: '' });
    else patches.push({ from: colon + 1, to: end, insert: ` ${labelSource(label)}` });
  } else patches.push({ from: ends[1].to, to: ends[1].to, insert: `: ${labelSource(label)}` });
  return patches;
}

/** The name of what an end is bound to after a change; undefined when it is not of this diagram. */
function endAfter(chart: Chart, block: Block, terminal: Terminal | null | undefined, before: string): string | undefined {
  if (terminal === undefined) return before;
  const id = terminal?.shape_id?.startsWith(`${block.id}/`) ? terminal.shape_id.slice(block.id.length + 1) : undefined;
  return id !== undefined && thingIn(chart, id) ? id : undefined;
}
