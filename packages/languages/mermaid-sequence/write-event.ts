import type { TextPatch } from '@autograph/editor';
import { indentAt, indented, insertAfter, insertBefore, lineEndOf, lineOf } from '../mermaid/lines.ts';
import type { SequenceEvent, SequenceModel } from '../sequence/model.ts';
import { statementOf } from '../sequence/places.ts';

/** Writes lines before the event of a number, or after the last: below what comes before, so that remarks stay with what they are above. */
export function writeBefore(model: SequenceModel, source: string, at: number, text: string): TextPatch {
  const before = model.events.slice(0, at).findLast((event) => statementOf(source, event));
  const previous = statementOf(source, before);
  const next = statementOf(source, model.events[at]);
  if (!before || !previous)
    return next ? insertBefore(source, firstOf(model, source, at) ?? next.from, text) : writeLast(model, source, text);
  const opens = before.kind === 'start' || before.kind === 'section';
  const indent = opens ? innerIndent(model, source, at, previous.from) : indentAt(source, previous.from);
  const lines = indented(text, { from: 0, to: text.length }, indent);
  if (!opens) return insertAfter(source, previous, lines);
  const rest = source.slice(previous.to, lineOf(source, previous).to);
  if (rest.trim() !== '') return { from: previous.to, to: previous.to, insert: `; ${lines}` };
  return { from: previous.to, to: previous.to, insert: `${lineEndOf(source)}${indent}${lines}` };
}

/** The space before what stands in a frame: that of what comes next, if it lies within. */
function innerIndent(model: SequenceModel, source: string, at: number, opening: number): string {
  const next = model.events[at];
  const inside = next && next.kind !== 'end' && next.kind !== 'section' ? statementOf(source, next) : undefined;
  return inside ? indentAt(source, inside.from) : `${indentAt(source, opening)}    `;
}

/** Where the statement that must stand right before the event begins: one that creates or destroys a participant. */
export function firstOf(model: SequenceModel, source: string, at: number): number | undefined {
  const event = model.events[at];
  const range = statementOf(source, event);
  if (event?.kind !== 'message' || !range) return range?.from;
  const named = event.creates ?? event.destroys;
  const statements = model.participants.find(({ id }) => id === named)?.statements ?? [];
  const lead = statements.filter(({ from }) => from < range.from && /^(?:create|destroy)\b/i.test(source.slice(from))).at(-1);
  return lead?.from ?? range.from;
}

/** Below all that the text says of participants before anything happens; below its first line when it says nothing. */
export function writeLast(model: SequenceModel, source: string, text: string): TextPatch {
  const happens =
    firstOf(
      model,
      source,
      model.events.findIndex((event) => statementOf(source, event)),
    ) ?? source.length;
  const all = [...model.participants.flatMap((participant) => participant.statements), ...model.boxes.map(({ range }) => range)];
  const statements = all.filter(({ from }) => from < happens);
  const last = statements.toSorted((a, b) => a.to - b.to).at(-1);
  if (last) return insertAfter(source, { from: last.from, to: last.from + source.slice(last.from, last.to).trimEnd().length }, text);
  const header = /sequenceDiagram\b[^\S\n]*;?/i.exec(source);
  const at = header ? header.index + header[0].trimEnd().length : source.length;
  return { from: at, to: at, insert: `${lineEndOf(source)}    ${text}` };
}

/** `participant` lines for those that only messages name, so that their order stays when messages move; before the first event. */
export function declareAll(model: SequenceModel, source: string): TextPatch | undefined {
  const first = model.events.findIndex((event) => statementOf(source, event));
  const at = firstOf(model, source, first);
  const lines = model.participants.filter(({ declaredAt }) => declaredAt === undefined).map(({ id }) => `participant ${id}`);
  if (at === undefined || lines.length === 0) return undefined;
  return insertBefore(source, at, lines.join(`${lineEndOf(source)}${indentAt(source, at)}`));
}

/** Events that belong to the one of a number: all of a frame's, and the `+` and `-` of a message. */
export function spanOf({ events }: SequenceModel, at: number): number {
  const event: SequenceEvent | undefined = events[at];
  if (event?.kind === 'start') return events.findIndex((other, i) => i > at && other.kind === 'end' && other.id === event.id) + 1;
  let end = at + 1;
  for (let next = events[end]; event?.kind === 'message' && next && isSignOf(next, event); next = events[end]) end++;
  return end;
}

function isSignOf(next: SequenceEvent, message: Extract<SequenceEvent, { kind: 'message' }>): boolean {
  const isActivation = next.kind === 'activate' || next.kind === 'deactivate';
  return isActivation && next.range.from >= message.range.from && next.range.to <= message.range.to;
}
