import type { GanttRules, Task, WallTime } from './model.ts';
import {
  addDuration,
  type Duration,
  type DurationUnit,
  dayLength,
  formatDate,
  parseDate,
  parseDuration,
  parseLooseDate,
} from './wall-time.ts';

const hour = 3_600_000;

/** The units by their length, longest first; months and years have none. */
const lengths: readonly (readonly [DurationUnit, number])[] = [
  ['w', 7 * dayLength],
  ['d', dayLength],
  ['h', hour],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];

/** The finest step of dates in a format, ms; a month or a year at its longest. */
export function stepOf(dateFormat: string): number {
  if (dateFormat === 'x' || dateFormat === 'X') return 1;
  const tokens = dateFormat.replace(/\[[^\]]*\]/g, '');
  if (/S/.test(tokens)) return 1;
  if (/s/.test(tokens)) return 1_000;
  if (/m/.test(tokens)) return 60_000;
  if (/[Hh]/.test(tokens)) return hour;
  if (tokens === '' || /[Dd]/.test(tokens)) return dayLength;
  return /M|Q/.test(tokens) ? 31 * dayLength : 366 * dayLength;
}

/** Steps that people think in, ms. */
const steps = [1, 10, 100, 1_000, 5_000, 15_000, 60_000, 300_000, 900_000, hour, 6 * hour, dayLength];
/** A step that a hand can hit, px. */
const leastStep = 3;

/** A difference in px as one in time, in whole steps of the format that are large enough to aim at. */
export function draggedTime(px: number, pxPerMs: number, dateFormat: string): number {
  const finest = Math.min(stepOf(dateFormat), dayLength);
  const step = steps.find((candidate) => candidate >= finest && candidate * pxPerMs >= leastStep) ?? dayLength;
  return Math.round(px / pxPerMs / step) * step;
}

/** What a text says as a start, and how to say another time in its way. */
export function startText(time: WallTime, { dateFormat }: GanttRules): string | undefined {
  if (dateFormat === 'x' || dateFormat === 'X') return String(Math.round(time));
  return dateText(time, dateFormat, (text) => parseDate(text, dateFormat) ?? parseLooseDate(text));
}

/** As an end, which `inclusiveEndDates` puts a day later. */
export function endText(time: WallTime, { dateFormat, inclusiveEndDates }: GanttRules): string | undefined {
  return dateText(time - (inclusiveEndDates ? dayLength : 0), dateFormat, (text) => parseDate(text, dateFormat));
}

/** The nearest time that the format can say; undefined when it can say none near, or what it says would be read as something else. */
function dateText(time: WallTime, dateFormat: string, read: (text: string) => WallTime | undefined): string | undefined {
  const format = dateFormat || (time % dayLength === 0 ? 'YYYY-MM-DD' : 'YYYY-MM-DDTHH:mm:ss');
  const step = stepOf(dateFormat);
  const said = [time, time + step].flatMap((candidate) => {
    const text = formatDate(candidate, format);
    const meant = read(text);
    return meant === undefined || /[,#;\n]/.test(text) ? [] : [{ text, off: Math.abs(meant - time) }];
  });
  const best = said.sort((a, b) => a.off - b.off)[0];
  return best && best.off < step ? best.text : undefined;
}

/** A duration from one time to another, in the unit of the text as far as it can say it. */
export function durationText(from: WallTime, to: WallTime, before: string): string {
  const unit = parseDuration(before)?.unit ?? 'd';
  const ms = Math.max(0, to - from);
  const coarsest = lengths.findIndex(([name]) => name === unit);
  const found = lengths.slice(coarsest < 0 ? 1 : coarsest).find(([, length]) => ms % length === 0);
  return found ? `${ms / found[1]}${found[0]}` : `${Math.round(ms)}ms`;
}

/** Whether the end of a task is a date in the text. */
export function endsAtDate({ end }: Task, { dateFormat }: GanttRules): boolean {
  return parseDate(end.text, dateFormat) !== undefined;
}

/** The end that a duration gives. */
export function endAfter(from: WallTime, text: string): WallTime {
  const duration: Duration | undefined = parseDuration(text);
  return duration ? addDuration(from, duration) : from;
}
