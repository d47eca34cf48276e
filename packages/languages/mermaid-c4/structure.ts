import type { Block, Placement } from '@autograph/document';
import { type AddEdit, type ConnectEdit, patchText, type StructureChange, type TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { indentAt } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import { aliasSource } from './arguments.ts';
import { c4Ids } from './graph.ts';
import { type C4Model, type Call, relationId } from './model.ts';
import { parseC4 } from './parse.ts';
import { elementSize } from './view.ts';

const cannot: Refusal = { refused: 'This does not fit into the text as it is. Write it there.' };

/** Writes a new relation after the last one. */
export function connectElements(model: C4Model, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  const [start, end] = [from, to].map((id) => callOf(model, id));
  if (!start || !end) return { refused: 'A relation joins two elements or boundaries of its own diagram.' };
  const id = relationId(from, to);
  if (model.relations.some((relation) => relation.id === id)) {
    return { refused: 'Mermaid draws one relation from here to there. Change the words of the one that there is.' };
  }
  const line = relationSource(block.source, start, end);
  const change = checked(model, block, [insertion(model, block.source, lastRelation(model), [line])], [0, 1]);
  return 'refused' in change ? change : { ...change, layout: { [id]: beginning(block, from) }, made: id };
}

/** Writes a new element of the diagram's own level, with the relation from what it was dragged out of. */
export function addElement(model: C4Model, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const [word, label] = levels[model.type] ?? ['System', 'New system'];
  const ids = c4Ids(model).named;
  const alias = newName({ ids, taken: new Set(ids), reserved: new Set(), noun: 'part' });
  const from = edit.from === undefined ? undefined : callOf(model, edit.from);
  const boundary = model.boundaries.find((found) => found.alias === edit.group);
  const siblings = model.elements.filter(({ parent }) => parent === boundary?.alias).flatMap(({ calls }) => calls.slice(-1));
  const line = `${word}(${alias}, "${label}")`;
  const patch =
    boundary && siblings.length === 0
      ? atBeginning(block.source, boundary.calls.at(-1), line)
      : insertion(model, block.source, siblings.at(-1), [line]);
  if (!patch) return cannot;
  const relation = from
    ? [insertion(model, block.source, lastRelation(model), [`Rel(${aliasSource(block.source, from)}, ${alias}, "Uses")`])]
    : [];
  const change = checked(model, block, inOrder([patch, ...relation]), [1, relation.length]);
  if ('refused' in change) return change;
  const after = parseC4(patchText(block.source, change.patches));
  const made = after.ok ? after.model.elements.find((element) => element.alias === alias) : undefined;
  if (!made || made.parent !== boundary?.alias) return cannot;
  const { w, h } = elementSize(made, measure);
  const place: Placement = { x: Math.round(edit.at.x - w / 2), y: Math.round(edit.at.y - h / 2), pinned: true };
  const edge = edit.from === undefined || !from ? {} : { [relationId(edit.from, alias)]: beginning(block, edit.from) };
  return { ...change, layout: { [alias]: place, ...edge }, made: alias };
}

const levels: Readonly<Record<string, readonly [word: string, label: string]>> = {
  C4Context: ['System', 'New system'],
  C4Container: ['Container', 'New container'],
  C4Component: ['Component', 'New component'],
  C4Dynamic: ['Component', 'New component'],
  C4Deployment: ['Container', 'New container'],
};

function callOf({ elements, boundaries }: C4Model, id: string): Call | undefined {
  return [...elements, ...boundaries].find(({ alias }) => alias === id)?.calls.at(-1);
}

function relationSource(source: string, from: Call, to: Call): string {
  return `Rel(${aliasSource(source, from)}, ${aliasSource(source, to)}, "Uses")`;
}

function lastRelation({ relations }: C4Model): Call | undefined {
  const calls = relations.flatMap((relation) => relation.calls);
  return calls.toSorted((a, b) => a.from - b.from).at(-1);
}

/** Where a line without a route begins. */
function beginning({ layout }: Block, id: string): Placement {
  return { x: layout[id]?.x ?? 0, y: layout[id]?.y ?? 0 };
}

/** Lines after a call, else after the last of what there is. */
function insertion({ elements, boundaries }: C4Model, source: string, after: Call | undefined, lines: readonly string[]): TextPatch {
  const all = [...elements.flatMap(({ calls }) => calls), ...boundaries.flatMap(({ ranges }) => ranges)];
  const outermost = all.toSorted((a, b) => b.to - a.to)[0];
  const anchor = after ?? outermost;
  const at = anchor?.to ?? source.trimEnd().length;
  const indent = anchor ? indentAt(source, anchor.from) : '    ';
  return { from: at, to: at, insert: lines.map((line) => `\n${indent}${line}`).join('') };
}

function atBeginning(source: string, call: Call | undefined, line: string): TextPatch | undefined {
  const brace = call ? source.indexOf('{', call.to) : -1;
  if (!call || brace < 0) return undefined;
  return { from: brace + 1, to: brace + 1, insert: `\n${indentAt(source, call.from)}    ${line}` };
}

/** Additions at one place become one, elements before relations. */
function inOrder(patches: readonly TextPatch[]): readonly TextPatch[] {
  const [first, second] = patches;
  if (first && second && first.from === second.from) return [{ ...first, insert: first.insert + second.insert }];
  return patches.toSorted((a, b) => a.from - b.from);
}

/** The change, when just so many elements and relations are there more than before. */
function checked(
  model: C4Model,
  block: Block,
  patches: readonly TextPatch[],
  [elements, relations]: readonly [number, number],
): StructureChange | Refusal {
  const after = parseC4(patchText(block.source, patches));
  const fits =
    after.ok &&
    after.model.elements.length === model.elements.length + elements &&
    after.model.relations.length === model.relations.length + relations &&
    after.model.boundaries.length === model.boundaries.length;
  return fits ? { patches, layout: {} } : cannot;
}
