import type { TextPatch } from '@autograph/editor';
import { type Calendar, calendarOf } from './calendar.ts';
import type { GanttLayout, PlacedTask } from './layout.ts';
import type { GanttModel, Task, WallTime, Written } from './model.ts';
import { barEnd, isDated } from './scale.ts';
import { namedTasks } from './schedule.ts';
import { dayLength } from './wall-time.ts';
import { draggedTime, durationText, endsAtDate, endText, startText } from './write-date.ts';

type Outcome = { readonly patches: readonly TextPatch[] } | { readonly refused: string };

/** Where a bar was put: px in the block's coordinates, absent where it stayed. */
interface NewPlace {
  readonly x?: number | null;
  readonly w?: number | null;
}

/** Writes the dates of a bar that was dragged, or of which an edge was: a start, an end or a duration, in the text's own way. */
export function changeDates(model: GanttModel, layout: GanttLayout, { task, box, form }: PlacedTask, place: NewPlace): Outcome {
  if (!isDated(task)) return { patches: [] };
  const { rules } = model;
  const dx = (place.x ?? box.x) - box.x;
  const dw = (place.w ?? box.w) - box.w;
  const time = (px: number) => draggedTime(px, layout.scale.pxPerMs, rules.dateFormat);
  if (dw !== 0 && form !== 'bar') return { refused: 'A milestone is a moment: it has no length.' };
  const [start, end] = dw === 0 ? [time(dx), time(dx)] : [time(dx), time(dx + dw)];
  if (start === 0 && end === 0) return { patches: [] };
  const from = task.from + start;
  const to = barEnd(task) + end;
  if (to < from) return { refused: 'A task cannot end before it begins.' };
  const patches: (TextPatch | undefined)[] = [];
  if (start !== 0) patches.push(startPatch(task, from, model));
  if (dw !== 0 ? end !== 0 || start !== 0 : endsAtDate(task, rules)) {
    patches.push(dw === 0 ? movedEnd(task, end, model) : stretchedEnd(task, from, to, end !== 0, model));
  }
  return patches.every((patch) => patch !== undefined) ? { patches: joined(patches) } : { refused: cannotSay(rules.dateFormat) };
}

function cannotSay(dateFormat: string): string {
  return `The date format “${dateFormat}” cannot say this time. Change “dateFormat” in the text first.`;
}

function replaced({ from, to }: Written, insert: string | undefined): TextPatch | undefined {
  return insert === undefined ? undefined : { from, to, insert };
}

/** A start in place of the one that the text has, or before the end of a task that follows the one before. */
export function startPatch(task: Task, from: WallTime, { rules }: GanttModel): TextPatch | undefined {
  const text = startText(from, rules);
  if (task.start) return replaced(task.start, text);
  return text === undefined ? undefined : { from: task.end.from, to: task.end.from, insert: `${text}, ` };
}

function movedEnd(task: Task, by: number, { rules }: GanttModel): TextPatch | undefined {
  return replaced(task.end, endText((task.to ?? 0) + by, rules));
}

/** The end of a bar whose edge was dragged; a date stays when it is the other edge, and so does what ends with another task. */
function stretchedEnd(task: Task, from: WallTime, to: WallTime, isOwn: boolean, { rules }: GanttModel): TextPatch | undefined {
  const dated = endsAtDate(task, rules);
  if (!isOwn && (dated || namedTasks(task.end, 'until'))) return { from: task.end.from, to: task.end.to, insert: task.end.text };
  if (dated) return replaced(task.end, endText(to, rules));
  return replaced(task.end, durationText(from, to - freeTime(from, to, calendarOf(rules)), task.end.text));
}

/** How much of a stretch nobody works, days as Mermaid counts them: the first one is always worked. */
function freeTime(from: WallTime, to: WallTime, calendar: Calendar): number {
  if (!calendar.hasFreeDays) return 0;
  let free = 0;
  for (let day = from + dayLength; day <= to; day += dayLength) if (calendar.isFree(day) && day < to) free += dayLength;
  return free;
}

/** Patches in order; those at one place, a start before an end, are one. */
function joined(patches: readonly (TextPatch | undefined)[]): readonly TextPatch[] {
  const [first, second] = patches;
  if (first && second && first.to === second.from) return [{ from: first.from, to: second.to, insert: first.insert + second.insert }];
  return patches.flatMap((patch) => patch ?? []);
}
