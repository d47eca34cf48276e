import type { Block, ShapeChange } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit, TextPatch } from '@autograph/editor';
import { patchText } from '@autograph/editor';
import { collectEdits, type Patches } from '../collect-edits.ts';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import { retitle } from '../mermaid/title.ts';
import { renamedPlacements } from '../moves.ts';
import { changeClass } from './edit-class.ts';
import { changeFrame, changeInterface, changeNote, looks } from './edit-others.ts';
import { changeAttachment, changeRelation } from './edit-relation.ts';
import { attachments } from './graph.ts';
import { type ClassModel, relationId } from './model.ts';
import { classHolding, classIds } from './move.ts';
import { parseClass } from './parse.ts';
import { removal } from './remove.ts';
import { titleId } from './view.ts';

/** Writes edits of classes, relations, notes and frames back as the smallest patches of the text and as pinned placements. */
export function editClass(model: ClassModel, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | Refusal {
  const collected = collectEdits(block, edits, classHolding(model), (id, said) => change(model, block, id, said));
  if ('refused' in collected) return collected;
  const { patches, layout, moved, removed: ids } = collected;
  const removed = removal(model, block.source, ids);
  if ('refused' in removed) return removed;
  const kept = patches.filter((patch) => !removed.patches.some(({ from, to }) => patch.from >= from && patch.to <= to));
  const edit = { patches: joinedPatches([...kept, ...removed.patches]), layout: { ...layout, ...removed.layout } };
  if (edit.patches.length === 0) return edit;
  const after = written(block.source, edit.patches);
  const renames = edits.some(({ kind, ...said }) => kind === 'change' && 'change' in said && typeof said.change.text === 'string');
  if (!after || !keeps(model, after, { renames, removes: ids.size > 0 })) return { refused: ids.size > 0 ? removesTooMuch : fitsNot };
  const dropped = new Set(Object.keys(removed.layout));
  return { ...edit, layout: { ...edit.layout, ...renamedPlacements(classIds(model), classIds(after), moved, dropped) } };
}

const fitsNot = 'These changes do not fit into the text together. Make them one at a time, or in the text.';
const removesTooMuch = 'A class diagram needs something in it. Delete the whole diagram, or change its text.';

/** The model after patches; undefined when they overlap or the text cannot be read then. */
function written(source: string, patches: readonly TextPatch[]): ClassModel | undefined {
  if (!areApart(patches)) return undefined;
  const after = parseClass(patchText(source, patches));
  return after.ok ? after.model : undefined;
}

/** Whether no class has come or gone that was not to; an edit that fails this would be read otherwise than it was meant. */
function keeps(
  before: ClassModel,
  after: ClassModel,
  { renames, removes }: { readonly renames: boolean; readonly removes: boolean },
): boolean {
  if (removes) return true;
  const names = new Set(after.classes.map(({ name }) => name));
  return after.classes.length === before.classes.length && (renames || before.classes.every(({ name }) => names.has(name)));
}

function change(model: ClassModel, block: Block, id: string, said: ShapeChange): Patches {
  const found = model.classes.find(({ name }) => name === id);
  if (found) return changeClass(model, block.source, found, said);
  const relation = model.relations.find((candidate) => candidate.id === id);
  if (relation) return changeRelation(model, block, relation, said);
  const note = model.notes.find((candidate) => candidate.id === id);
  if (note) return changeNote(note, said);
  const circle = model.interfaces.find((candidate) => candidate.id === id);
  if (circle) return changeInterface(model, circle, said);
  if (id === titleId) return Object.keys(said).every((key) => key === 'text') ? retitle(block.source, said.text ?? '') : looks;
  const attachment = attachments(model).find(({ note, to }) => relationId(note.id, to) === id);
  return attachment ? changeAttachment(model, block, attachment.note, said) : changeFrame(model, id, said);
}
