import type { Block } from '@autograph/document';
import { type AddEdit, patchText, type StructureChange, type TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { indentAt, newLine } from '../mermaid/lines.ts';
import { layoutTimeline } from './layout.ts';
import type { Period, TimelineModel } from './model.ts';
import { parseTimeline } from './parse.ts';

/** Writes an event more in the time that it was dragged out of, or a new time where it was drawn. */
export function addToTimeline(model: TimelineModel, block: Block, { from, at }: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const { source } = block;
  const period = model.periods.find(({ id, events }) => id === from || events.some((event) => event.id === from));
  if (from !== undefined && !period) return { refused: 'Events are dragged out of a time, or of another event.' };
  const patch = period ? eventAfter(period, source) : newPeriod(model, source, before(model, at, measure));
  const after = parseTimeline(patchText(source, [patch]));
  const made = after.ok ? (period ? newEvent(after.model, period) : startingIn(after.model, patch)) : undefined;
  return made === undefined
    ? { refused: 'This does not fit into the text as it is. Write it there.' }
    : { patches: [patch], layout: {}, made };
}

/** The time that one drawn at a place comes after. */
function before(model: TimelineModel, at: AddEdit['at'], measure: TextMeasurer): Period | undefined {
  const isEarlier = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }) =>
    model.direction === 'LR' ? x + w / 2 < at.x : y + h / 2 < at.y;
  return layoutTimeline(model, measure).periods.findLast(({ box }) => isEarlier(box))?.period;
}

function endOf({ label, events }: Period): number {
  return events.at(-1)?.range.to ?? label.to;
}

/** Below the last event where the text gives each a line of its own, else behind it. */
function eventAfter(period: Period, source: string): TextPatch {
  const at = endOf(period);
  const last = period.events.at(-1)?.range.from ?? period.label.from;
  const lineStart = source.lastIndexOf('\n', last - 1) + 1;
  const isAlone = period.events.length > 0 && source.slice(lineStart, last).trim() === '';
  return { from: at, to: at, insert: `${isAlone ? `\n${source.slice(lineStart, last)}` : ' '}: New event` };
}

function newPeriod({ periods }: TimelineModel, source: string, after: Period | undefined): TextPatch {
  const [first] = periods;
  if (after) {
    const at = endOf(after);
    return { from: at, to: at, insert: `\n${indentAt(source, after.label.from)}New time` };
  }
  if (!first) return newLine(source, 'timeline', 'New time');
  const { from } = first.label;
  return { from, to: from, insert: `New time\n${indentAt(source, from)}` };
}

function newEvent({ periods }: TimelineModel, { id, events }: Period): string | undefined {
  const now = periods.find((period) => period.id === id)?.events ?? [];
  return now.length === events.length + 1 ? now.at(-1)?.id : undefined;
}

function startingIn({ periods }: TimelineModel, { from, insert }: TextPatch): string | undefined {
  return periods.find(({ label }) => label.from >= from && label.from < from + insert.length)?.id;
}
