import type { Block, Placement } from '@autograph/document';
import type { AddEdit, ConnectEdit, RegroupEdit, StructureChange, TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { ClassForm } from '../conformance/normal-form.ts';
import type { Refusal } from '../language.ts';
import type { Range } from '../mermaid/cursor.ts';
import { type Fit, firstThatFits, sameForm } from '../mermaid/first-that-fits.ts';
import { indentAt, indented, insertAfter, insertBefore, newLine, wholeLine } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import { normalForm } from './answer.ts';
import { type ClassModel, namespaceId, type Relation } from './model.ts';
import { parseClass } from './parse.ts';
import { nameSource } from './source-forms.ts';
import { classSize, titleId } from './view.ts';

/** Writes a relation between two classes with the file's usual arrow, after the last one from the same class. */
export function connectClasses(model: ClassModel, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  const names = new Set(model.classes.map(({ name }) => name));
  if (!names.has(from) || !names.has(to)) return { refused: 'A relation joins two classes: draw it from one to another.' };
  const form = normalForm(model);
  const fit = fitting(model, block, relationWays(model, block.source, from, to), {
    ...form,
    relations: [...form.relations, relationForm(model, from, to)],
  });
  return fit ? { patches: fit.patches, ...newRelation(model, fit.model, block) } : unfit;
}

const unfit: Refusal = { refused: 'This does not fit into the text without changing more of it. Write it there.' };

function fitting(model: ClassModel, block: Block, ways: Iterable<readonly TextPatch[]>, wanted: ClassForm): Fit<ClassModel> | undefined {
  return firstThatFits(block.source, parseClass, ways, (after) => after.title === model.title && sameForm(normalForm(after), wanted));
}

function newRelation(before: ClassModel, after: ClassModel, block: Block): Pick<StructureChange, 'layout' | 'made'> {
  const known = new Set(before.relations.map(({ id }) => id));
  const made = after.relations.find(({ id }) => !known.has(id));
  if (!made) return { layout: {} };
  const { x, y } = block.layout[made.from] ?? { x: 0, y: 0 };
  return { layout: { [made.id]: { x, y } }, made: made.id };
}

/** The relation that the text writes most often, as far as a new one can be like it. */
function usualRelation({
  relations,
}: ClassModel): Pick<Relation, 'fromHead' | 'toHead' | 'dashed'> & Partial<Pick<Relation, 'arrowRange'>> {
  const kinds = Map.groupBy(
    relations.filter(({ fromHead, toHead }) => fromHead !== 'lollipop' && toHead !== 'lollipop'),
    ({ fromHead, toHead, dashed }) => `${fromHead} ${toHead} ${dashed}`,
  );
  const [most] = [...kinds.values()].sort((a, b) => b.length - a.length);
  return most?.[0] ?? { fromHead: 'none', toHead: 'dependency', dashed: false };
}

function relationForm(model: ClassModel, from: string, to: string): ClassForm['relations'][number] {
  const { fromHead, toHead, dashed } = usualRelation(model);
  return { from, to, fromHead, toHead, dashed, fromText: '', toText: '', label: '' };
}

function* relationWays(model: ClassModel, source: string, from: string, to: string): Iterable<readonly TextPatch[]> {
  const { arrowRange } = usualRelation(model);
  const arrow = arrowRange ? source.slice(arrowRange.from, arrowRange.to) : '-->';
  const text = `${nameSource(from)} ${arrow} ${nameSource(to)}`;
  for (const anchor of [model.relations.findLast((relation) => relation.from === from), model.relations.at(-1)])
    if (anchor) yield [insertAfter(source, anchor.range, text)];
  yield [newLine(source, 'classDiagram', text)];
}

/** Writes a new class, and the relation to it from the one that it was dragged out of. */
export function addClass(model: ClassModel, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const ids = model.classes.map((found) => found.name);
  const taken = new Set([...ids, ...model.namespaces.map(({ id }) => id)]);
  const named = newName({ ids, taken, reserved: new Set(['class']), noun: ids.length === 0 ? 'NewClass' : 'class' });
  const namespace = model.namespaces.find(({ id }) => namespaceId(id) === edit.group);
  const from = edit.from !== undefined && model.classes.some((found) => found.name === edit.from) ? edit.from : undefined;
  const form = normalForm(model);
  const made = { name: named, generic: '', label: named, annotations: [], attributes: [], methods: [], classes: [] };
  const wanted = {
    ...form,
    classes: [...form.classes, { ...made, ...(namespace && { namespace: namespace.id }) }],
    relations: from === undefined ? form.relations : [...form.relations, relationForm(model, from, named)],
  };
  const fit = fitting(model, block, classWays(model, block.source, named, namespace?.ranges.at(-1), from), wanted);
  const found = fit?.model.classes.find((candidate) => candidate.name === named);
  if (!fit || !found) return unfit;
  const { w, h } = classSize(found, fit.model, measure);
  const place: Placement = { x: Math.round(edit.at.x - w / 2), y: Math.round(edit.at.y - h / 2), pinned: true };
  return { patches: fit.patches, layout: { ...newRelation(model, fit.model, block).layout, [named]: place }, made: named };
}

function* classWays(
  model: ClassModel,
  source: string,
  name: string,
  namespace: Range | undefined,
  from?: string,
): Iterable<readonly TextPatch[]> {
  const declared = `class ${nameSource(name)}`;
  const inside = namespace && insertBefore(source, namespace.to - 1, declared, indentIn(source, namespace));
  const relations = from === undefined ? [undefined] : relationWays(model, source, from, name);
  for (const relation of relations) {
    if (inside) yield [inside, ...(relation ?? [])];
    else if (relation) yield relation;
  }
  if (inside || from !== undefined) return;
  const last = model.classes.flatMap((found) => (found.namespace === undefined && found.declared ? found.statements : [])).at(-1);
  if (last) yield [insertAfter(source, last, declared)];
  yield [newLine(source, 'classDiagram', declared)];
}

/** The space before what stands in a namespace. */
function indentIn(source: string, { from, to }: Range): string {
  return /\{[^\S\n]*\r?\n([^\S\n]*)\S/.exec(source.slice(from, to))?.[1] ?? `${indentAt(source, from)}    `;
}

/** Writes that a class belongs to a namespace, or to none: its statement goes there. */
export function regroupClass(model: ClassModel, block: Block, { node_id, group }: RegroupEdit): StructureChange | Refusal {
  const found = model.classes.find(({ name }) => name === node_id);
  const namespace = model.namespaces.find(({ id }) => namespaceId(id) === group);
  if (group === titleId || found?.namespace === namespace?.id) return { patches: [], layout: {} };
  if (!found) return { refused: 'Only classes can be dragged into a namespace: move the lines of the other in the text.' };
  const form = normalForm(model);
  const classes = form.classes.map(({ namespace: _, ...entry }) =>
    entry.name === node_id
      ? { ...entry, ...(namespace && { namespace: namespace.id }) }
      : { ...entry, ...(_ !== undefined && { namespace: _ }) },
  );
  const fit = fitting(model, block, regroupWays(model, block.source, node_id, namespace?.ranges.at(-1)), { ...form, classes });
  if (fit) return { patches: fit.patches, layout: {} };
  return { refused: 'This class cannot leave its namespace without changing more of the text. A namespace needs something in it.' };
}

function* regroupWays(model: ClassModel, source: string, name: string, into: Range | undefined): Iterable<readonly TextPatch[]> {
  const found = model.classes.find((candidate) => candidate.name === name);
  const held = model.namespaces.flatMap(({ ranges }) => ranges);
  const homeOf = (range: Range) => held.find(({ from, to }) => range.from > from && range.to < to);
  for (const statement of found?.statements ?? []) {
    if (!source.startsWith('class', statement.from)) continue;
    const home = homeOf(statement);
    const cut = wholeLine(source, statement);
    if (into) yield [cut, insertBefore(source, into.to - 1, indented(source, statement, indentIn(source, into)), indentIn(source, into))];
    else if (home) yield [cut, insertAfter(source, home, indented(source, statement, indentAt(source, home.from)))];
  }
  if (into) yield [insertBefore(source, into.to - 1, `class ${nameSource(name)}`, indentIn(source, into))];
}
