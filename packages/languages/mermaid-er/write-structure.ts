import type { Block, Placement } from '@autograph/document';
import type { AddEdit, ConnectEdit, RegroupEdit, StructureChange, TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { ErForm } from '../conformance/normal-form.ts';
import type { Refusal } from '../language.ts';
import type { Range } from '../mermaid/cursor.ts';
import { type Fit, firstThatFits, sameForm } from '../mermaid/first-that-fits.ts';
import { indentAt, indented, insertAfter, insertBefore, newLine, wholeLine } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import { normalForm } from './answer.ts';
import type { Cardinality, ErModel, ErRelation } from './model.ts';
import { nameSource } from './names.ts';
import { parseEr } from './parse.ts';
import { entitySize, tables } from './tables.ts';

const unfit: Refusal = { refused: 'This does not fit into the text without changing more of it. Write it there.' };
/** Mermaid wants a word at every relation. */
const role = 'has';

/** Writes a relation between two tables with the file's usual cardinalities, after the last one from the same table. */
export function connectTables(model: ErModel, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  const names = new Set(tables(model).map(({ name }) => name));
  if (!names.has(from) || !names.has(to)) return { refused: 'A relation joins two tables: draw it from one to another.' };
  const form = normalForm(model);
  const wanted = { ...form, relations: [...form.relations, relationForm(model, from, to)] };
  const fit = fitting(model, block, relationWays(model, block.source, from, to), wanted);
  return fit ? { patches: fit.patches, ...newRelation(model, fit.model, block) } : unfit;
}

function fitting(model: ErModel, block: Block, ways: Iterable<readonly TextPatch[]>, wanted: ErForm): Fit<ErModel> | undefined {
  return firstThatFits(block.source, parseEr, ways, (after) => after.title === model.title && sameForm(normalForm(after), wanted));
}

function newRelation(before: ErModel, after: ErModel, block: Block): Pick<StructureChange, 'layout' | 'made'> {
  const known = new Set(before.relations.map(({ id }) => id));
  const made = after.relations.find(({ id }) => !known.has(id));
  if (!made) return { layout: {} };
  const { x, y } = block.layout[made.from] ?? { x: 0, y: 0 };
  return { layout: { [made.id]: { x, y } }, made: made.id };
}

interface Kind {
  readonly fromCardinality: Cardinality;
  readonly toCardinality: Cardinality;
  readonly identifying: boolean;
}

/** The kind of relation that the text writes most often, with one that is written so. */
function usualRelation({ relations }: ErModel): Kind & Partial<Pick<ErRelation, 'ends'>> {
  const kinds = Map.groupBy(relations, (relation) => `${relation.fromCardinality} ${relation.toCardinality} ${relation.identifying}`);
  const [most] = [...kinds.values()].sort((a, b) => b.length - a.length);
  return most?.[0] ?? { fromCardinality: 'only_one', toCardinality: 'zero_or_more', identifying: true };
}

function relationForm(model: ErModel, from: string, to: string): ErForm['relations'][number] {
  const { fromCardinality, toCardinality, identifying } = usualRelation(model);
  return { from, to, role, fromCardinality, toCardinality, identifying };
}

function* relationWays(model: ErModel, source: string, from: string, to: string): Iterable<readonly TextPatch[]> {
  const { ends } = usualRelation(model);
  const connector = ends ? source.slice(ends[0].to, ends[1].from).trim() : '||--o{';
  const text = `${nameSource(from)} ${connector} ${nameSource(to)} : ${role}`;
  for (const anchor of [model.relations.findLast((relation) => relation.from === from), model.relations.at(-1)])
    if (anchor) yield [insertAfter(source, anchor.range, text)];
  for (const { range } of model.groups) yield [insertAfter(source, range, text)];
  yield [newLine(source, 'erDiagram', text)];
}

/** Writes a new table, and the relation to it from the one that it was dragged out of. */
export function addTable(model: ErModel, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const known = tables(model).map((entity) => entity.name);
  const others = [...model.entities.map((entity) => entity.name), ...model.groups.map(({ id }) => id)];
  const noun = known.length === 0 ? 'ENTITY' : 'entity';
  const name = newName({ ids: known, taken: new Set(others), reserved: new Set(), noun });
  const group = model.groups.find(({ id }) => id === edit.group);
  const from = edit.from !== undefined && known.includes(edit.from) ? edit.from : undefined;
  const form = normalForm(model);
  const wanted = {
    ...form,
    entities: [...form.entities, { name, alias: '', classes: [], styles: [], attributes: [] }],
    relations: from === undefined ? form.relations : [...form.relations, relationForm(model, from, name)],
    groups: form.groups.map((entry) => (entry.id === group?.id ? { ...entry, members: [...entry.members, name] } : entry)),
  };
  const fit = fitting(model, block, tableWays(model, block.source, name, group?.range, from), wanted);
  const found = fit?.model.entities.find((entity) => entity.name === name);
  if (!fit || !found) return unfit;
  const { w, h } = entitySize(found, measure);
  const place: Placement = { x: Math.round(edit.at.x - w / 2), y: Math.round(edit.at.y - h / 2), pinned: true };
  return { patches: fit.patches, layout: { ...newRelation(model, fit.model, block).layout, [name]: place }, made: name };
}

function* tableWays(model: ErModel, source: string, name: string, group: Range | undefined, from?: string): Iterable<readonly TextPatch[]> {
  const inside = group && intoGroup(source, group, nameSource(name));
  const relations = from === undefined ? [undefined] : relationWays(model, source, from, name);
  for (const relation of relations) {
    if (relation) yield relation;
    if (inside) yield [inside, ...(relation ?? [])];
  }
  if (inside || from !== undefined) return;
  const last = model.entities
    .flatMap(({ statements }) => statements)
    .toSorted((a, b) => a.to - b.to)
    .at(-1);
  if (last) yield [insertAfter(source, last, nameSource(name))];
  yield [newLine(source, 'erDiagram', nameSource(name))];
}

function intoGroup(source: string, group: Range, text: string): TextPatch {
  const indent = indentIn(source, group);
  return insertBefore(source, group.to - 'end'.length, text, indent);
}

/** The space before what stands in a subgraph. */
function indentIn(source: string, { from, to }: Range): string {
  const [, second = ''] = source.slice(from, to).split('\n');
  return /^end\b/.test(second.trimStart()) ? `${indentAt(source, from)}    ` : (/^[^\S\n]*/.exec(second)?.[0] ?? '');
}

/** Writes that a table belongs to a subgraph, or to none: its statements go there, with the relations that named it where it was. */
export function regroupTable(model: ErModel, block: Block, { node_id, group }: RegroupEdit): StructureChange | Refusal {
  if (!tables(model).some(({ name }) => name === node_id)) return { refused: 'A subgraph is moved in the text: take its lines there.' };
  const form = normalForm(model);
  const groups = form.groups.map(({ members, ...entry }) => {
    const others = members.filter((member) => member !== node_id);
    return { ...entry, members: entry.id === group ? [...others, node_id] : others };
  });
  const into = model.groups.find(({ id }) => id === group)?.range;
  const fit = fitting(model, block, regroupWays(model, block.source, node_id, into), { ...form, groups });
  return fit
    ? { patches: fit.patches, layout: {} }
    : { refused: 'This table cannot be regrouped without changing more of the text. Move its lines there.' };
}

function* regroupWays(model: ErModel, source: string, name: string, into: Range | undefined): Iterable<readonly TextPatch[]> {
  const own = model.entities.find((entity) => entity.name === name)?.statements ?? [];
  const homes = model.groups.map(({ range }) => range);
  const homeOf = (range: Range) =>
    homes.find(({ from, to }) => range.from > from && range.to < to && (from !== into?.from || to !== into.to));
  const related = model.relations.filter(({ from, to }) => from === name || to === name).map(({ range }) => range);
  const leave = (ranges: readonly Range[], home: Range) =>
    ranges.flatMap((range) => [wholeLine(source, range), insertAfter(source, home, indented(source, range, indentAt(source, home.from)))]);
  const stranded = related.flatMap((range) => {
    const home = homeOf(range);
    return home ? leave([range], home) : [];
  });
  if (into) {
    const enter = own.flatMap((range) => [
      wholeLine(source, range),
      intoGroup(source, into, indented(source, range, indentIn(source, into))),
    ]);
    if (own.length > 0) yield [...enter, ...stranded];
    yield [intoGroup(source, into, nameSource(name)), ...stranded];
    return;
  }
  const left = own.flatMap((range) => {
    const home = homeOf(range);
    return home ? leave([range], home) : [];
  });
  yield [...left, ...stranded];
}
