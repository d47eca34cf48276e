import type { Block } from '@autograph/document';
import { type AddEdit, type ConnectEdit, patchText, type ReorderEdit, type StructureChange, type TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import { nameSource } from '../eraser/sources.ts';
import type { Group } from '../eraser/syntax.ts';
import { lastIn, lastLine, lineBelow } from '../eraser/text-lines.ts';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import type { Range } from '../mermaid/cursor.ts';
import { indentAt, insertBefore, wholeLine } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import { marksOf, numberAt } from '../sequence/places.ts';
import type { EraserSequence } from './model.ts';
import { parseSequence } from './parse.ts';

const unfit: Refusal = { refused: 'A message does not fit in there. Write it in the text.' };

/** Writes a message between two participants where it was drawn: the height says between which others. */
export function connectParticipants(
  model: EraserSequence,
  block: Block,
  { from, to, at }: ConnectEdit,
  measure: TextMeasurer,
): StructureChange | Refusal {
  const { nodes } = model.chart;
  if (!nodes.has(from) || !nodes.has(to)) return { refused: 'A message joins two participants: draw it from one lifeline to another.' };
  return withMessage(model, block, { from, to, y: at.y }, measure);
}

interface NewMessage {
  readonly from: string;
  readonly to: string;
  readonly y: number;
}

function withMessage(model: EraserSequence, block: Block, { from, to, y }: NewMessage, measure: TextMeasurer): StructureChange | Refusal {
  const at = numberAt(model.sequence, block, y, measure);
  const patches = [writtenBefore(model, at, `${nameSource(from)} > ${nameSource(to)}: Message`)];
  const wanted = said(model).toSpliced(
    model.sequence.events.slice(0, at).filter(({ kind }) => kind === 'message').length,
    0,
    `${from}>${to}: Message`,
  );
  return outcome(model, patches, wanted);
}

/** Writes a participant to the right of the others, with a message to it when it was dragged out of one. */
export function addParticipant(model: EraserSequence, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const ids = [...model.chart.nodes.keys()];
  const name = ids.length === 0 ? 'Participant' : newName({ ids, taken: new Set(ids), reserved: new Set(), noun: 'participant' });
  if (edit.from !== undefined && model.chart.nodes.has(edit.from)) {
    const change = withMessage(model, block, { from: edit.from, to: name, y: edit.at.y }, measure);
    return 'refused' in change ? change : { ...change, made: name };
  }
  const { statements, source } = model.chart;
  const last = statements.findLast(({ kind }) => kind === 'nodes' || kind === 'setting');
  const ways = [...(last ? [lineBelow(source, last, nameSource(name))] : []), lastLine(source, nameSource(name))];
  for (const way of ways) {
    const change = outcome(model, [way], said(model));
    if (!('refused' in change)) return { ...change, made: name };
  }
  return unfit;
}

/** Writes a message elsewhere among the others: where it was dropped, or so many places on. */
export function reorderMessage(
  model: EraserSequence,
  block: Block,
  { node_id, to }: ReorderEdit,
  measure: TextMeasurer,
): StructureChange | Refusal {
  const { events } = model.sequence;
  const { source } = model.chart;
  const at = events.findIndex((event) => 'id' in event && event.id === node_id);
  const statement = model.messages.get(node_id)?.statement;
  if (at < 0 || !statement) return { refused: 'This follows from other lines of the text: move those.' };
  const own = events.flatMap((event, number) => (event.kind === 'message' && event.range.from === statement.from ? [number] : []));
  const [first = at, last = at] = [own[0], own.at(-1)];
  const before =
    typeof to === 'number' ? stepped(model, block, { first, last }, to, measure) : numberAt(model.sequence, block, to.y, measure);
  if (before === undefined || (before >= first && before <= last + 1)) return { patches: [], layout: {} };
  const count = (until: number) => events.slice(0, until).filter(({ kind }) => kind === 'message').length;
  const messages = said(model);
  const moved = messages.splice(count(first), own.length);
  const place = count(before) - (before > last ? own.length : 0);
  // A remark behind it goes with it.
  const remark = /^[^\S\n]*\/\/[^\n]*/.exec(source.slice(statement.to))?.[0].trimEnd().length ?? 0;
  const line = { from: statement.from, to: statement.to + remark };
  const text = source.slice(line.from, line.to);
  return outcome(model, [wholeLine(source, line), writtenBefore(model, before, text)], messages.toSpliced(place, 0, ...moved));
}

function stepped(
  { sequence }: EraserSequence,
  block: Block,
  { first, last }: { readonly first: number; readonly last: number },
  by: number,
  measure: TextMeasurer,
): number | undefined {
  const others = marksOf(sequence, block, measure).filter((mark) => mark.at < first || mark.at > last);
  const next = others.findIndex((mark) => mark.at > last);
  const target = (next < 0 ? others.length : next) + by;
  return target < 0 || target > others.length ? undefined : (others[target]?.at ?? sequence.events.length);
}

/** Who says what to whom, in order. */
function said({ sequence }: EraserSequence): string[] {
  return sequence.events.flatMap((event) => (event.kind === 'message' ? [`${event.from}>${event.to}: ${event.text}`] : []));
}

function outcome(model: EraserSequence, written: readonly TextPatch[], wanted: readonly string[]): StructureChange | Refusal {
  const patches = joinedPatches(written);
  const after = areApart(patches) ? parseSequence(patchText(model.chart.source, patches)) : undefined;
  if (!after?.ok || said(after.model).join('\n') !== wanted.join('\n')) return unfit;
  const fresh = [...after.model.messages.keys()].find((id) => !model.messages.has(id));
  return { patches, layout: {}, ...(fresh !== undefined && { made: fresh }) };
}

/** A line before the event of a number: above its statement, at the end of the part of a fragment that it ends, or below everything. */
function writtenBefore({ sequence, fragments, chart }: EraserSequence, at: number, text: string): TextPatch {
  const { source } = chart;
  const before = sequence.events[at - 1];
  const part = (id: string, place: number): Group | undefined => fragments.get(id)?.at(place);
  for (const event of sequence.events.slice(at)) {
    if (event.kind === 'autonumber') continue;
    if (event.kind === 'end' || event.kind === 'section') {
      const place =
        event.kind === 'end'
          ? -1
          : sequence.events.slice(0, at).filter((other) => other.kind === 'section' && other.id === event.id).length;
      const group = part(event.id, place);
      if (group) return lastIn(source, group, text);
    }
    const range: Range | undefined = event.kind === 'start' ? part(event.id, 0) : 'range' in event ? event.range : undefined;
    // In the midst of a chain there is no place for another line.
    if (!range || (before && 'range' in before && before.range.from === range.from)) continue;
    return insertBefore(source, range.from, text, indentAt(source, range.from));
  }
  return lastLine(source, text);
}
