import type { Block } from '@autograph/document';
import type { ConnectEdit, ReorderEdit, StructureChange, TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { SequenceForm } from '../conformance/normal-form.ts';
import type { Refusal } from '../language.ts';
import { type Fit, firstThatFits } from '../mermaid/first-that-fits.ts';
import { wholeLine } from '../mermaid/lines.ts';
import type { SequenceModel } from '../sequence/model.ts';
import { marksOf, numberAt, statementOf } from '../sequence/places.ts';
import { normalForm } from './answer.ts';
import { parseSequence } from './parse.ts';
import { declareAll, firstOf, spanOf, writeBefore } from './write-event.ts';

/** What a new message says until somebody says more. */
const newText = 'Message';

/** Writes a message between two participants where it was drawn: the height says between which others. */
export function connectParticipants(
  model: SequenceModel,
  block: Block,
  { from, to, at }: ConnectEdit,
  measure: TextMeasurer,
): StructureChange | Refusal {
  const known = new Set(model.participants.map(({ id }) => id));
  if (!known.has(from) || !known.has(to)) return { refused: 'A message joins two participants: draw it from one lifeline to another.' };
  const fit = withMessage(model, block, { from, to, y: at.y }, measure);
  if (!fit) return { refused: 'A message does not fit in there. Write it in the text.' };
  const made = idOf(fit.model, fit.at);
  return { patches: fit.patches, layout: {}, ...(made !== undefined && { made }) };
}

/** The text with a message more, at a height; who is new in it comes last. */
export function withMessage(
  model: SequenceModel,
  block: Block,
  { from, to, y }: { readonly from: string; readonly to: string; readonly y: number },
  measure: TextMeasurer,
): (Fit<SequenceModel> & { readonly at: number }) | undefined {
  const number = numberAt(model, block, y, measure);
  const { arrow, source: arrowText } = usualArrow(model, block.source);
  const event = { kind: 'message', from, to, text: newText, arrow, central: 'none' } as const;
  const form = normalForm(model);
  const known = new Set(model.participants.map(({ id }) => id));
  const fresh = [...new Set([from, to])].filter((id) => !known.has(id)).map((id) => ({ id, label: id, type: 'participant' }));
  const wanted = { ...form, participants: [...form.participants, ...fresh], events: form.events.toSpliced(number, 0, event) };
  const line = writeBefore(model, block.source, number, `${from}${arrowText}${to}: ${newText}`);
  const fit = fitting(model, block.source, [line], wanted);
  return fit && { ...fit, at: number };
}

/** The first way that keeps the order of participants: as it is, or with those declared that only messages name. */
function fitting(
  model: SequenceModel,
  source: string,
  patches: readonly TextPatch[],
  wanted: SequenceForm,
): Fit<SequenceModel> | undefined {
  const declared = declareAll(model, source);
  return firstThatFits(source, parseSequence, [patches, ...(declared ? [[declared, ...patches]] : [])], (after) =>
    isSame(normalForm(after), wanted),
  );
}

export function isSame(a: SequenceForm, b: SequenceForm): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The arrow that most messages have, with the space around it. */
function usualArrow(model: SequenceModel, source: string): { readonly arrow: string; readonly source: string } {
  const messages = model.events.filter((event) => event.kind === 'message' && event.central === 'none');
  const arrows = messages.flatMap((event) => {
    if (event.kind !== 'message') return [];
    const text = source.slice(event.ends[0].to, event.ends[1].from).replace(/[+-]\s*$/, '');
    return text.trim().toLowerCase() === event.arrow ? [{ arrow: event.arrow, source: text }] : [];
  });
  const [most] = [...Map.groupBy(arrows, (found) => found.source).values()].sort((a, b) => b.length - a.length);
  return most?.[0] ?? { arrow: '->>', source: '->>' };
}

function idOf(model: SequenceModel, at: number): string | undefined {
  const event = model.events[at];
  return event && 'id' in event ? event.id : undefined;
}

/** Writes a message elsewhere among the others: where it was dropped, or so many places on. */
export function reorderMessage(
  model: SequenceModel,
  block: Block,
  { node_id, to }: ReorderEdit,
  measure: TextMeasurer,
): StructureChange | Refusal {
  const at = model.events.findIndex((event) => 'id' in event && event.id === node_id);
  return moveEvent(model, block, at, to, measure);
}

/** The event of a number, with all that belongs to it, put to another height, or so many places on. */
export function moveEvent(
  model: SequenceModel,
  block: Block,
  at: number,
  to: { readonly y: number } | number,
  measure: TextMeasurer,
): StructureChange | Refusal {
  const end = spanOf(model, at);
  if (at < 0 || end <= at) return { refused: 'This follows from other lines of the text: move those.' };
  const before = typeof to === 'number' ? stepped(model, block, at, end, to, measure) : numberAt(model, block, to.y, measure);
  if (before === undefined || (before >= at && before <= end)) return { patches: [], layout: {} };
  const { source } = block;
  const last = model.events.slice(at, end).findLast((event) => statementOf(source, event));
  const [from, until] = [firstOf(model, source, at), statementOf(source, last)?.to];
  if (from === undefined || until === undefined) return { refused: 'This cannot be moved on the canvas: move its line in the text.' };
  const form = normalForm(model);
  const moved = form.events.slice(at, end);
  const left = form.events.toSpliced(at, end - at);
  const place = before > at ? before - (end - at) : before;
  const wanted = { ...form, events: left.toSpliced(place, 0, ...moved) };
  const text = source.slice(from, until);
  const fit = fitting(model, source, [wholeLine(source, { from, to: until }), writeBefore(model, source, before, text)], wanted);
  if (!fit)
    return { refused: 'There it would break what lies around it: an activation, or who is there yet. Move more lines in the text.' };
  const made = idOf(fit.model, place);
  return { patches: fit.patches, layout: {}, ...(made !== undefined && { made }) };
}

/** The number before which something comes that goes on so many places, of messages, notes and borders of frames. */
function stepped(model: SequenceModel, block: Block, at: number, end: number, by: number, measure: TextMeasurer): number | undefined {
  const others = marksOf(model, block, measure).filter((mark) => mark.at < at || mark.at >= end);
  const next = others.findIndex((mark) => mark.at >= end);
  const own = next < 0 ? others.length : next;
  const target = own + by;
  if (target < 0 || target > others.length) return undefined;
  return others[target]?.at ?? model.events.length;
}
