import type { Block } from '@autograph/document';
import { type AddEdit, type ConnectEdit, patchText, type ReorderEdit, type StructureChange, type TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import { keySource } from '../d2/source-forms.ts';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import { indentAt, insertBefore, lineEndOf, wholeLine } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import { marksOf, numberAt, statementOf } from '../sequence/places.ts';
import type { D2Sequence } from './model.ts';
import { parseSequence } from './parse.ts';

const unfit: Refusal = { refused: 'A message does not fit in there. Write it in the text.' };

/** Writes a message between two participants where it was drawn: the height says between which others. */
export function connectParticipants(
  model: D2Sequence,
  block: Block,
  { from, to, at }: ConnectEdit,
  measure: TextMeasurer,
): StructureChange | Refusal {
  const known = (id: string) => model.sequence.participants.some((participant) => participant.id === id);
  if (!known(from) || !known(to)) return { refused: 'A message joins two participants: draw it from one lifeline to another.' };
  const number = numberAt(model.sequence, block, at.y, measure);
  return outcome(model, [lineBefore(model, number, `${keySource(from)} -> ${keySource(to)}: Message`)], 1);
}

/** Writes a participant to the right of the others, with a message to it when it was dragged out of one. */
export function addParticipant(model: D2Sequence, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const ids = model.sequence.participants.map(({ id }) => id);
  const name = newName({ ids, taken: new Set(ids), reserved: new Set(), noun: 'participant' });
  const { from } = edit;
  if (from !== undefined && ids.includes(from)) {
    const number = numberAt(model.sequence, block, edit.at.y, measure);
    const change = outcome(model, [lineBefore(model, number, `${keySource(from)} -> ${keySource(name)}: Message`)], 1);
    return 'refused' in change ? change : { ...change, made: name };
  }
  const change = outcome(model, [lineBefore(model, model.sequence.events.length, keySource(name))], 0);
  return 'refused' in change ? change : { ...change, made: name };
}

/** Writes a message elsewhere among the others: where it was dropped, or so many places on. */
export function reorderMessage(
  model: D2Sequence,
  block: Block,
  { node_id, to }: ReorderEdit,
  measure: TextMeasurer,
): StructureChange | Refusal {
  const { sequence, source, chained } = model;
  const at = sequence.events.findIndex((event) => 'id' in event && event.id === node_id);
  const event = sequence.events[at];
  if (event?.kind !== 'message' || chained.has(event.id)) return { refused: 'This follows from other lines of the text: move those.' };
  const number = typeof to === 'number' ? stepped(model, block, at, to, measure) : numberAt(sequence, block, to.y, measure);
  const next = sequence.events.slice(at + 1).findIndex(({ kind }) => kind !== 'activate' && kind !== 'deactivate') + at + 1;
  if (number === undefined || number === at || number === (next > at ? next : sequence.events.length)) return { patches: [], layout: {} };
  const line = statementOf(source, event) ?? event.range;
  const text = source.slice(line.from, line.to);
  return outcome(model, [wholeLine(source, line), lineBefore(model, number, text)], 0);
}

function stepped({ sequence }: D2Sequence, block: Block, at: number, by: number, measure: TextMeasurer): number | undefined {
  const others = marksOf(sequence, block, measure).filter((mark) => mark.at !== at);
  const next = others.findIndex((mark) => mark.at > at);
  const target = (next < 0 ? others.length : next) + by;
  return target < 0 || target > others.length ? undefined : (others[target]?.at ?? sequence.events.length);
}

/** The text after patches, when it tells so many more messages than before, and shows all that there was. */
function outcome(model: D2Sequence, written: readonly TextPatch[], more: number): StructureChange | Refusal {
  const patches = joinedPatches(written);
  const after = areApart(patches) ? parseSequence(patchText(model.source, patches)) : undefined;
  const count = ({ sequence }: D2Sequence, what: 'message' | 'start') => sequence.events.filter(({ kind }) => kind === what).length;
  if (
    !after?.ok ||
    count(after.model, 'message') !== count(model, 'message') + more ||
    // A group without messages would be read as a participant.
    count(after.model, 'start') !== count(model, 'start') ||
    model.sequence.participants.length > after.model.sequence.participants.length
  )
    return unfit;
  const made = [...after.model.said.keys()].find((id) => id.startsWith('message:') && !model.said.has(id));
  return { patches, layout: {}, ...(made !== undefined && { made }) };
}

/** A line before the event of a number: above its statement, before the brace of the group that it ends, or below everything. */
function lineBefore({ sequence, source, said }: D2Sequence, number: number, text: string): TextPatch {
  for (const event of sequence.events.slice(number)) {
    if (event.kind === 'message' || event.kind === 'note')
      return insertBefore(source, event.range.from, text, indentAt(source, event.range.from));
    if (event.kind === 'start') {
      const from = said.get(event.id)?.entry.from ?? event.keyword.from;
      return insertBefore(source, from, text, indentAt(source, from));
    }
    if (event.kind === 'end') return insertBefore(source, event.keyword.from, text, `${indentAt(source, event.keyword.from)}  `);
  }
  const last = sequence.events.findLast((event) => event.kind === 'message' || event.kind === 'end');
  const end = last?.kind === 'end' ? last.keyword.to : last?.kind === 'message' ? last.range.to : source.trimEnd().length;
  const line = source.indexOf('\n', end);
  const at = line < 0 ? source.trimEnd().length : source.slice(0, line).trimEnd().length;
  const begin = last?.kind === 'message' ? indentAt(source, last.range.from) : '';
  return { from: at, to: at, insert: `${lineEndOf(source)}${begin}${text}` };
}
