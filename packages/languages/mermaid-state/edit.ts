import type { Block, ShapeChange } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import { patchText } from '@autograph/editor';
import { collectEdits, type Patches } from '../collect-edits.ts';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import { retitle, titleId } from '../mermaid/title.ts';
import { renamedPlacements } from '../moves.ts';
import { changeNote } from './edit-note.ts';
import { changeState } from './edit-state.ts';
import { changeTie, changeTransition } from './edit-transition.ts';
import { stateHolding, stateIds } from './holding.ts';
import { type StateModel, tieId } from './model.ts';
import { parseState } from './parse.ts';
import { type Removal, removal } from './remove.ts';
import { reshapedKinds } from './reshape.ts';

const fitsNot = 'These changes do not fit into the text together. Make them one at a time, or in the text.';

/** Writes edits of states, transitions and notes back as the smallest patches of the text and as pinned placements. */
export function editState(model: StateModel, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | Refusal {
  const collected = collectEdits(block, edits, stateHolding(model), (id, said) => change(model, block, id, said));
  if ('refused' in collected) return collected;
  const { patches, layout, moved, removed: ids } = collected;
  const removed = removal(model, block.source, ids);
  if ('refused' in removed) return removed;
  const kept = patches.filter((patch) => !removed.patches.some(({ from, to }) => patch.from >= from && patch.to <= to && from < to));
  const all = joinedPatches([...kept, ...removed.patches]);
  for (const id of removed.gone) layout[id] = null;
  if (all.length === 0) return { patches: [], layout };
  const after = areApart(all) ? parseState(patchText(block.source, all)) : undefined;
  const reshaped = reshapedKinds(model, edits);
  const renames = edits.some((edit) => edit.kind === 'change' && typeof edit.change.text === 'string');
  const meant = { ...model, states: model.states.map((state) => ({ ...state, kind: reshaped.get(state.id) ?? state.kind })) };
  if (!after?.ok || !keeps(meant, after.model, removed, renames)) return { refused: fitsNot };
  return {
    patches: all,
    layout: { ...layout, ...renamedPlacements(stateIds(model), stateIds(after.model), moved, withTies(removed.gone)) },
  };
}

/** What is gone, with the lines from notes to their states. */
function withTies(gone: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...gone, ...[...gone].map(tieId)]);
}

/** Whether nothing has come, gone or changed its nature that was not to; an edit that fails this would be read otherwise than it was meant. */
function keeps(before: StateModel, after: StateModel, { gone }: Removal, renames: boolean): boolean {
  const isPoint = ({ kind }: StateModel['states'][number]) => kind === 'start' || kind === 'end';
  const real = (model: StateModel) => model.states.filter((state) => !gone.has(state.id) && !isPoint(state));
  const kinds = (model: StateModel) =>
    real(model)
      .map(({ kind, composite }) => `${kind} ${composite}`)
      .sort();
  const names = new Set(real(after).map(({ id, kind }) => `${kind} ${id}`));
  return (
    kinds(before).join() === kinds(after).join() &&
    (renames || real(before).every(({ id, kind }) => names.has(`${kind} ${id}`))) &&
    before.transitions.filter(({ id }) => !gone.has(id)).length === after.transitions.length &&
    before.notes.filter(({ id }) => !gone.has(id)).length === after.notes.length
  );
}

function change(model: StateModel, block: Block, id: string, said: ShapeChange): Patches {
  const state = model.states.find((candidate) => candidate.id === id);
  if (state) return changeState(model, block.source, state, said);
  const transition = model.transitions.find((candidate) => candidate.id === id);
  if (transition) return changeTransition(model, block, transition, said);
  const note = model.notes.find((candidate) => candidate.id === id);
  if (note) return changeNote(block.source, note, said);
  if (id === titleId && Object.keys(said).every((key) => key === 'text')) return retitle(block.source, said.text ?? '');
  const tied = model.notes.find((candidate) => tieId(candidate.id) === id);
  return tied ? changeTie(model, block, tied, said) : { refused: 'Mermaid knows no styles for this part of a state diagram.' };
}
