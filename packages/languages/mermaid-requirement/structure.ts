import type { Block, Placement } from '@autograph/document';
import { type AddEdit, type ConnectEdit, patchText, type StructureChange, type TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { indentAt } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import { nameSource } from './edit-item.ts';
import type { Item, RequirementModel } from './model.ts';
import { parseRequirements } from './parse.ts';
import { itemSize } from './view.ts';
import { levels, methods, type RelationType, relationTypes, requirementTypes } from './words.ts';

const cannot: Refusal = { refused: 'This does not fit into the text as it is. Write it there.' };

/** Writes a new relation after the last one from the same thing. */
export function connectItems(model: RequirementModel, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  const [start, end] = [from, to].map((name) => model.items.find((item) => item.name === name));
  if (!start || !end) return { refused: 'A relation joins two requirements or elements of its own diagram.' };
  return checked(model, block, [insertion(model, block.source, from, [relationSource(start, end)])], { items: 0, relations: 1 });
}

/** Writes a new requirement, with the relation from what it was dragged out of. */
export function addRequirement(model: RequirementModel, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const words = [
    ...Object.keys({ ...requirementTypes, ...levels, ...methods }),
    ...relationTypes,
    'element',
    'id',
    'text',
    'risk',
    'type',
    'style',
  ];
  const ids = model.items.map(({ name }) => name);
  const name = newName({ ids, taken: new Set(ids), reserved: new Set([...words, 'class', 'title', 'direction']), noun: 'need' });
  const from = model.items.find((item) => item.name === edit.from);
  const made: Pick<Item, 'name' | 'kind'> = { name, kind: 'requirement' };
  const lines = [`requirement ${name} {`, '}', ...(from ? [relationSource(from, made)] : [])];
  const change = checked(model, block, [insertion(model, block.source, undefined, lines)], { items: 1, relations: from ? 1 : 0 });
  if ('refused' in change) return change;
  const after = parseRequirements(patchText(block.source, change.patches));
  const item = after.ok ? after.model.items.find((found) => found.name === name) : undefined;
  if (!item) return cannot;
  const { w, h } = itemSize(item, measure);
  const place: Placement = { x: Math.round(edit.at.x - w / 2), y: Math.round(edit.at.y - h / 2), pinned: true };
  return { ...change, layout: { ...change.layout, [name]: place }, made: name };
}

/** What such things usually have to do with each other. */
function relationSource(from: Pick<Item, 'name' | 'kind'>, to: Pick<Item, 'name' | 'kind'>): string {
  const type: RelationType = to.kind === 'element' ? 'traces' : from.kind === 'element' ? 'satisfies' : 'derives';
  return `${nameSource(from.name)} - ${type} -> ${nameSource(to.name)}`;
}

/** Lines after the last relation from something, else after the last requirement, element or relation. */
function insertion(model: RequirementModel, source: string, from: string | undefined, lines: readonly string[]): TextPatch {
  const own = model.relations.filter((relation) => relation.from === from);
  const all = own.length > 0 ? own : [...model.relations, ...model.items];
  const last = all.toSorted((a, b) => a.range.to - b.range.to).at(-1)?.range;
  const header = /requirementDiagram[^\n]*/i.exec(source);
  const at = last?.to ?? (header ? header.index + header[0].trimEnd().length : source.length);
  const indent = last ? indentAt(source, last.from) : '    ';
  return { from: at, to: at, insert: lines.map((line) => `\n${indent}${line}`).join('') };
}

/** The change, when just so many things are there more than before. */
function checked(
  model: RequirementModel,
  block: Block,
  patches: readonly TextPatch[],
  more: { readonly items: number; readonly relations: number },
): StructureChange | Refusal {
  const after = parseRequirements(patchText(block.source, patches));
  if (!after.ok) return cannot;
  const { items, relations } = after.model;
  if (items.length !== model.items.length + more.items || relations.length !== model.relations.length + more.relations) return cannot;
  const known = new Set(model.relations.map(({ id }) => id));
  const made = relations.find(({ id }) => !known.has(id));
  if (!made) return { patches, layout: {} };
  const { x = 0, y = 0 } = block.layout[made.from] ?? {};
  return { patches, layout: { [made.id]: { x, y } }, made: made.id };
}
