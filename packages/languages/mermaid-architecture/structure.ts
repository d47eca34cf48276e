import type { Block, Placement } from '@autograph/document';
import { type AddEdit, type ConnectEdit, patchText, type RegroupEdit, type StructureChange, type TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { firstThatFits } from '../mermaid/first-that-fits.ts';
import { indentAt, lineEndOf, lineOf, wholeLine } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import { architectureIds, nodesOf } from './graph.ts';
import type { ArchitectureModel, Side, Thing } from './model.ts';
import { parseArchitecture } from './parse.ts';
import { thingSize } from './view.ts';

const cannot: Refusal = { refused: 'This does not fit into the text as it is. Write it there.' };
const opposite: Readonly<Record<Side, Side>> = { L: 'R', R: 'L', T: 'B', B: 'T' };

/** Writes a new edge after the last one, out of the sides that face each other. */
export function connectServices(model: ArchitectureModel, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  const nodes = new Set(nodesOf(model).map(({ id }) => id));
  if (!nodes.has(from) || !nodes.has(to)) return { refused: 'An edge joins two services or junctions of its own diagram.' };
  const side = sideTowards(block.layout[from], block.layout[to]);
  return checked(model, block, [insertion(model, block.source, 'edge', [edgeSource(model, block.source, from, side, to)])], {
    things: 0,
    edges: 1,
  });
}

/** Writes a new service, in the group where it was dropped, with the edge from what it was dragged out of. */
export function addService(model: ArchitectureModel, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const ids = architectureIds(model).named;
  // Mermaid takes a first letter L, R, T or B for a side.
  const plain = ids.filter((id) => !/^[A-Z]$/.test(id));
  const name = newName({ ids: plain, taken: new Set(ids), reserved, noun: 'unit' });
  const group = model.groups.some(({ id }) => id === edit.group) ? ` in ${edit.group}` : '';
  const from = nodesOf(model).find(({ id }) => id === edit.from);
  if (edit.from !== undefined && !from) return { refused: 'An edge joins two services or junctions of its own diagram.' };
  const line = `service ${name}(server)[New service]${group}`;
  const at = centred(edit.at);
  const edge = from ? edgeSource(model, block.source, from.id, sideTowards(block.layout[from.id], at), name) : undefined;
  const patches = joined([
    insertion(model, block.source, 'service', [line]),
    ...(edge === undefined ? [] : [insertion(model, block.source, 'edge', [edge])]),
  ]);
  const change = checked(model, block, patches, { things: 1, edges: edge === undefined ? 0 : 1 });
  if ('refused' in change) return change;
  const after = parseArchitecture(patchText(block.source, change.patches));
  const made = after.ok ? after.model.services.find(({ id }) => id === name) : undefined;
  if (!made) return cannot;
  const { w, h } = thingSize(made, measure);
  const place: Placement = { x: Math.round(edit.at.x - w / 2), y: Math.round(edit.at.y - h / 2), pinned: true };
  return { ...change, layout: { ...change.layout, [name]: place }, made: name };
}

/** Writes in which group something is; a group goes below the one that is to hold it, which Mermaid wants to have read before. */
export function regroup(model: ArchitectureModel, block: Block, { node_id, group }: RegroupEdit): StructureChange | Refusal {
  const { source } = block;
  const thing = [...nodesOf(model), ...model.groups].find(({ id }) => id === node_id);
  const holder = model.groups.find(({ id }) => id === group);
  if (!thing) return { refused: 'That is no longer in the text.' };
  if (thing.parent === holder?.id) return { patches: [], layout: {} };
  const patch = parentPatch(source, thing, holder);
  const moved = holder ? movedBelow(source, thing, holder, patch) : [];
  const wanted = (after: ArchitectureModel) =>
    [...nodesOf(after), ...after.groups].every(({ id, parent }) => parent === (id === node_id ? holder?.id : parentOf(model, id))) &&
    after.edges.length === model.edges.length;
  const fit = firstThatFits(source, parseArchitecture, [[patch], moved], wanted);
  return fit
    ? { patches: fit.patches, layout: {} }
    : { refused: 'This cannot go there: an edge at the border of a group, or a group within itself, forbids it.' };
}

function parentOf(model: ArchitectureModel, id: string): string | undefined {
  return [...nodesOf(model), ...model.groups].find((thing) => thing.id === id)?.parent;
}

function parentPatch(source: string, { parentRange, range }: Thing, holder: Thing | undefined): TextPatch {
  if (!parentRange) return { from: range.to, to: range.to, insert: holder ? ` in ${holder.id}` : '' };
  if (holder) return { ...parentRange, insert: `in ${holder.id}` };
  const before = /[\t ]*$/.exec(source.slice(0, parentRange.from))?.[0].length ?? 0;
  return { from: parentRange.from - before, to: parentRange.to, insert: '' };
}

/** The line of a thing, changed, right below the line of another. */
function movedBelow(source: string, thing: Thing, holder: Thing, { from, to, insert }: TextPatch): readonly TextPatch[] {
  const line = source.slice(thing.range.from, from) + insert + source.slice(to, thing.range.to);
  const { to: end } = lineOf(source, holder.range);
  return [
    wholeLine(source, thing.range),
    { from: end, to: end, insert: `${lineEndOf(source)}${indentAt(source, thing.range.from)}${line}` },
  ];
}

const reserved: ReadonlySet<string> = new Set(['service', 'group', 'junction', 'in', 'align', 'row', 'column', 'title']);

function centred({ x, y }: { readonly x: number; readonly y: number }): Placement {
  return { x: x - 52, y: y - 42, w: 104, h: 84 };
}

/** The side of the first that faces the second. */
function sideTowards(from: Placement | undefined, to: Placement | undefined): Side {
  if (!from || !to) return 'R';
  const dx = to.x + (to.w ?? 0) / 2 - (from.x + (from.w ?? 0) / 2);
  const dy = to.y + (to.h ?? 0) / 2 - (from.y + (from.h ?? 0) / 2);
  if (Math.abs(dx) >= Math.abs(dy)) return dx < 0 ? 'L' : 'R';
  return dy < 0 ? 'T' : 'B';
}

/** An edge in the manner of most: with a head or without. */
function edgeSource({ edges }: ArchitectureModel, source: string, from: string, side: Side, to: string): string {
  const headed = edges.filter((edge) => edge.to.into).length;
  const tight = edges.length > 0 && edges.every(({ range }) => !/\s/.test(source.slice(range.from, range.to)));
  const arrow = headed * 2 >= edges.length ? '-->' : '--';
  return `${from}:${side}${tight ? arrow : ` ${arrow} `}${opposite[side]}:${to}`;
}

/** Lines after the last of their kind, else after the last line of all, indented alike. */
function insertion(model: ArchitectureModel, source: string, kind: 'edge' | 'service', lines: readonly string[]): TextPatch {
  const things = [...model.groups, ...nodesOf(model)];
  const last = (list: readonly { readonly range: { readonly from: number; readonly to: number } }[]) =>
    list.toSorted((a, b) => a.range.to - b.range.to).at(-1)?.range;
  const range = last(kind === 'edge' ? model.edges : model.services) ?? last([...things, ...(kind === 'edge' ? model.alignments : [])]);
  const header = /architecture-beta[^\r\n]*/.exec(source);
  const at = lineOf(source, range ?? { from: header?.index ?? 0, to: (header?.index ?? 0) + (header?.[0].length ?? 0) }).to;
  const end = at - (source[at - 1] === '\r' ? 1 : 0);
  const indent = range ? indentAt(source, range.from) : '    ';
  return { from: end, to: end, insert: lines.map((line) => `${lineEndOf(source)}${indent || '    '}${line}`).join('') };
}

/** In order; what goes to one place becomes one addition. */
function joined(patches: readonly TextPatch[]): readonly TextPatch[] {
  const [first, second] = patches;
  if (first && second && first.from === second.from) return [{ ...first, insert: first.insert + second.insert }];
  return patches.toSorted((a, b) => a.from - b.from);
}

/** The change, when just so many things are there more than before. */
function checked(
  model: ArchitectureModel,
  block: Block,
  patches: readonly TextPatch[],
  more: { readonly things: number; readonly edges: number },
): StructureChange | Refusal {
  const after = parseArchitecture(patchText(block.source, patches));
  const fits =
    after.ok &&
    architectureIds(after.model).named.length === architectureIds(model).named.length + more.things &&
    after.model.edges.length === model.edges.length + more.edges;
  if (!fits) return cannot;
  const known = new Set(model.edges.map(({ id }) => id));
  const made = after.model.edges.find(({ id }) => !known.has(id));
  if (!made) return { patches, layout: {} };
  const { x = 0, y = 0 } = block.layout[made.from.name.text] ?? {};
  return { patches, layout: { [made.id]: { x, y } }, made: made.id };
}
