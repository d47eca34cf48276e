import type { Block, Placement } from '@autograph/document';
import { type ConnectEdit, patchText, type StructureChange } from '@autograph/editor';
import type { Refusal } from '../language.ts';
import { nameOf } from './edit-transition.ts';
import { insertInto, type Scope } from './insert.ts';
import { meaningOf, sameMeaning, saying } from './meaning.ts';
import type { State, StateModel, Transition } from './model.ts';
import { parseState } from './parse.ts';
import type { Statement } from './syntax.ts';

/** Writes a new transition after the last one from the same state, where both ends stand if they stand together. */
export function connectStates(model: StateModel, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  const [start, end] = [from, to].map((id) => model.states.find((state) => state.id === id));
  if (!start || !end) return { refused: 'A transition joins two states of its own diagram.' };
  if (end.kind === 'start') return { refused: 'Nothing leads to a start. Draw the arrow the other way.' };
  if (start.kind === 'end') return { refused: 'Nothing leads away from an end. Draw the arrow the other way.' };
  const text = transitionSource(model, start, end);
  if (typeof text !== 'string') return text;
  const before = meaningOf(model);
  const wanted = { ...before, transitions: [...before.transitions, saying(from, to)] };
  for (const scope of scopesFor(start, end)) {
    const patch = insertInto(model, block.source, scope, [text], leaves(from, model));
    const after = patch && parseState(patchText(block.source, [patch]));
    if (!patch || !after?.ok || !sameMeaning(meaningOf(after.model), wanted)) continue;
    return { patches: [patch], ...withTransitions(model, after.model, block) };
  }
  return { refused: 'This arrow does not fit into the text without changing more of it. Write it there.' };
}

/** A transition as the text writes them, spaced or not. */
export function transitionSource(model: StateModel, from: State, to: State | string): string | Refusal {
  const [start, end] = [nameOf(from), typeof to === 'string' ? to : nameOf(to)];
  if (typeof start !== 'string') return start;
  if (typeof end !== 'string') return end;
  const isTight = ({ statement }: Transition) => statement.arrow.from === (statement.from_state.styleClass ?? statement.from_state).to;
  const tight = model.transitions.length > 0 && model.transitions.every(isTight);
  return tight ? `${start}-->${end}` : `${start} --> ${end}`;
}

/** Starts and ends are named where they stand; a line about states inside of others would make them stand there. */
function scopesFor(from: State, to: State): readonly Scope[] {
  if (from.kind === 'start') return [from.parent];
  if (to.kind === 'end') return [to.parent];
  return from.parent === to.parent ? [from.parent, undefined] : [undefined];
}

/** Whether a statement is a transition from this state. */
export function leaves(id: string, model: StateModel): (statement: Statement) => boolean {
  const statements = new Set<Statement>(model.transitions.filter(({ from }) => from === id).map(({ statement }) => statement));
  return (statement) => statements.has(statement);
}

/** Places for transitions that are new, at their beginnings, so that nothing has to be laid out. */
export function withTransitions(
  before: StateModel,
  after: StateModel,
  { layout }: Block,
): { readonly layout: Record<string, Placement>; readonly made?: string } {
  const known = new Set(before.transitions.map(({ id }) => id));
  const fresh = after.transitions.filter(({ id }) => !known.has(id));
  const places = fresh.map(({ id, from }): [string, Placement] => [id, { x: layout[from]?.x ?? 0, y: layout[from]?.y ?? 0 }]);
  const [made] = fresh;
  return { layout: Object.fromEntries(places), ...(made && { made: made.id }) };
}
