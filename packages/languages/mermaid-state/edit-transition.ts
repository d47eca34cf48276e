import type { Block, ShapeChange, Terminal } from '@autograph/document';
import { patchText, type TextPatch } from '@autograph/editor';
import type { Patches } from '../collect-edits.ts';
import type { Refusal } from '../language.ts';
import { labelText } from '../mermaid/label.ts';
import type { Note, StateModel, Transition } from './model.ts';
import { orphanNames } from './orphans.ts';
import { parseState } from './parse.ts';
import { described, endsLine, isBareName, lineAfter } from './source-forms.ts';

const known: ReadonlySet<string> = new Set(['text', 'start', 'end']);

/** The patches for a transition's words and ends. */
export function changeTransition(model: StateModel, block: Block, transition: Transition, change: ShapeChange): Patches {
  if (Object.keys(change).some((key) => !known.has(key)))
    return { refused: 'Mermaid knows no styles for the transitions of a state diagram.' };
  const moved = moveEnds(model, block, transition, change);
  if ('refused' in moved) return moved;
  const labelled = relabel(block.source, transition, change);
  return 'refused' in labelled ? labelled : [...moved, ...labelled];
}

function relabel(source: string, { label, statement }: Transition, { text }: ShapeChange): Patches {
  const words = text === null ? '' : text?.trim();
  if (words === undefined || words === labelText(label)) return [];
  const insert = words === '' ? '' : `:${described(words)}`;
  if (statement.label) return [{ from: statement.label.from, to: statement.label.to, insert }];
  // A label goes on to the end of its line.
  if (!endsLine(source, statement.to)) return { refused: 'Something follows on the same line: write the label in the text.' };
  return insert === '' ? [] : [{ from: statement.to, to: statement.to, insert: ` ${insert}` }];
}

function moveEnds(model: StateModel, block: Block, transition: Transition, change: ShapeChange): Patches {
  const { statement } = transition;
  const ends = [
    { terminal: change.start, before: transition.from, mention: statement.from_state },
    { terminal: change.end, before: transition.to, mention: statement.to_state },
  ];
  const patches: TextPatch[] = [];
  for (const { terminal, before, mention } of ends) {
    if (!terminal || terminal.shape_id === `${block.id}/${before}`) continue;
    if (mention.styleClass) return { refused: 'This end names a style class, which would go along: change it in the text.' };
    const name = nameAt(model, block, terminal);
    if (typeof name !== 'string') return name;
    patches.push({ from: mention.from, to: mention.to, insert: name });
  }
  const wanted = [endAt(block, change.start) ?? transition.from, endAt(block, change.end) ?? transition.to];
  if (patches.some(({ insert }) => insert === '[*]') && !isThere(patchText(block.source, patches), wanted))
    return { refused: 'A start or end belongs to what it lies in: transitions from elsewhere do not lead there.' };
  const kept = orphanNames(model, patches);
  return [...patches, ...kept.map((name) => lineAfter(block.source, statement, name))];
}

const endAt = ({ id }: Block, terminal: Terminal | null | undefined) => terminal?.shape_id?.slice(id.length + 1);

function isThere(source: string, [from, to]: readonly (string | undefined)[]): boolean {
  const after = parseState(source);
  return after.ok && after.model.transitions.some((transition) => transition.from === from && transition.to === to);
}

/** How the text names what an end was dropped on; whether a start or end may stand there shows when it is read. */
export function nameAt(model: StateModel, block: Block, { shape_id }: Pick<Terminal, 'shape_id'>): string | Refusal {
  const id = shape_id?.startsWith(`${block.id}/`) ? shape_id.slice(block.id.length + 1) : undefined;
  const state = model.states.find((candidate) => candidate.id === id);
  if (!state) return { refused: 'A transition joins two states of its own diagram.' };
  return nameOf(state);
}

export function nameOf({ id, uses }: StateModel['states'][number]): string | Refusal {
  if (uses[0]?.mention.text === '[*]') return '[*]';
  return isBareName(id) ? id : { refused: `The name “${id}” cannot stand in a transition. Give the state another one in the text.` };
}

/** The line of a note: only its state can be another. */
export function changeTie(model: StateModel, block: Block, note: Note, change: ShapeChange): Patches {
  if (Object.keys(change).some((key) => key !== 'start' && key !== 'end'))
    return { refused: 'The line of a note bears no words and no marks.' };
  const [own, other] = note.side === 'left' ? [change.start, change.end] : [change.end, change.start];
  if (own && own.shape_id !== `${block.id}/${note.id}`) return { refused: 'The line of a note begins at the note.' };
  if (!other || note.statement.kind !== 'note') return [];
  const name = nameAt(model, block, other);
  if (typeof name !== 'string') return name;
  const { from, to } = note.statement.mention;
  return name === note.statement.mention.text ? [] : [{ from, to, insert: name }];
}
