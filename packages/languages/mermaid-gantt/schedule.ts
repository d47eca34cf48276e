import { type Calendar, calendarOf, endInCalendar } from './calendar.ts';
import type { GanttRules, TaskLine, WallTime, Written } from './model.ts';
import { addDuration, dayLength, now, parseDate, parseDuration, parseLooseDate, startOfDay } from './wall-time.ts';

/** When a task is; parts that wait for other tasks are absent. */
export interface Dates {
  from?: WallTime;
  to?: WallTime;
  shownTo?: WallTime;
}

/** Something in a task's dates that cannot be, or only looks wrong. */
export interface DateProblem {
  readonly at: Written;
  readonly message: string;
  readonly fatal: boolean;
}

export interface Schedule {
  readonly dates: readonly Dates[];
  readonly problems: readonly DateProblem[];
}

/** Chains of tasks that wait for later ones get their dates in so many rounds; longer ones have none, as in Mermaid. */
const rounds = 11;

/** Gives every task its dates, in the order in which Mermaid finds them: what depends on a later line is found in a later round. */
export function scheduleTasks(tasks: readonly TaskLine[], rules: GanttRules): Schedule {
  const calendar = calendarOf(rules);
  const dates: Dates[] = tasks.map(() => ({}));
  const byId = new Map(tasks.map(({ id }, at) => [id, at]));
  const done = new Set<number>();
  const settled = tasks.map(({ start, end }) => start !== undefined && !namedTasks(start, 'after') && !namedTasks(end, 'until'));
  const problems = tasks.flatMap((task) => danglingNames(task, byId));
  for (let round = 0; round < rounds && done.size < tasks.length; round++) {
    for (const [at, task] of tasks.entries()) {
      const found = dates[at];
      if (!found || (settled[at] && done.has(at))) continue;
      try {
        found.from = (task.start ? startOf(task.start, rules, byId, dates) : previousEnd(task, tasks[at - 1], byId, dates)) ?? found.from;
        if (found.from === undefined) continue;
        found.to = endOf(task.end, found.from, rules, byId, dates);
        if (found.to === undefined) continue;
        done.add(at);
        if (calendar.hasFreeDays) skipFreeDays(task, found, calendar);
      } catch (problem) {
        if (!(problem instanceof Undatable)) throw problem;
        return { dates, problems: [{ at: problem.at, message: problem.message, fatal: true }] };
      }
    }
  }
  return { dates, problems };
}

class Undatable extends Error {
  readonly at: Written;
  constructor(at: Written, message: string) {
    super(message);
    this.at = at;
  }
}

function previousEnd(
  task: TaskLine,
  previous: TaskLine | undefined,
  byId: ReadonlyMap<string, number>,
  dates: readonly Dates[],
): WallTime | undefined {
  if (!previous) throw new Undatable(task.end, 'The first task needs a start: write a date before its end, such as "2024-01-01, 3d".');
  return dates[byId.get(previous.id) ?? -1]?.to;
}

/** The ids of `after a b` or `until a b`, each with its place; undefined for other texts. */
export function namedTasks(written: Written | undefined, keyword: 'after' | 'until'): readonly Written[] | undefined {
  const match = new RegExp(`^${keyword}\\s+([\\w\\- ]+)`).exec(written?.text ?? '');
  if (!match || !written) return undefined;
  const start = written.from + match[0].length - (match[1] ?? '').length;
  return [...(match[1] ?? '').matchAll(/[^ ]+/g)].map(({ 0: text, index }) => ({
    text,
    from: start + index,
    to: start + index + text.length,
  }));
}

function startOf(
  written: Written,
  { dateFormat }: GanttRules,
  byId: ReadonlyMap<string, number>,
  dates: readonly Dates[],
): WallTime | undefined {
  if ((dateFormat === 'x' || dateFormat === 'X') && /^\d+$/.test(written.text)) return Number(written.text);
  const names = namedTasks(written, 'after');
  if (names)
    return extreme(
      names,
      byId,
      dates,
      ({ to }, latest) => later(to, latest.to),
      ({ to }) => to,
    );
  const date = parseDate(written.text, dateFormat) ?? parseLooseDate(written.text);
  if (date === undefined) {
    const like = dateFormat ? `a date like "${dateFormat}"` : 'a date such as "2024-01-31"';
    throw new Undatable(written, `Expected ${like} or "after" and an id, but found "${written.text}".`);
  }
  return date;
}

function endOf(
  written: Written,
  from: WallTime,
  { dateFormat, inclusiveEndDates }: GanttRules,
  byId: ReadonlyMap<string, number>,
  dates: readonly Dates[],
): WallTime | undefined {
  const names = namedTasks(written, 'until');
  if (names)
    return extreme(
      names,
      byId,
      dates,
      (one, earliest) => later(earliest.from, one.from),
      (one) => one.from,
    );
  const date = parseDate(written.text, dateFormat);
  if (date !== undefined) return inclusiveEndDates ? date + dayLength : date;
  const duration = parseDuration(written.text);
  return duration ? addDuration(from, duration) : from;
}

function later(one: WallTime | undefined, other: WallTime | undefined): boolean {
  return one !== undefined && other !== undefined && one > other;
}

/** The time of the task that beats the others; today when none of the names is known. */
function extreme(
  names: readonly Written[],
  byId: ReadonlyMap<string, number>,
  dates: readonly Dates[],
  beats: (one: Dates, best: Dates) => boolean,
  time: (dates: Dates) => WallTime | undefined,
): WallTime | undefined {
  const found = names.flatMap(({ text }) => dates[byId.get(text) ?? -1] ?? []);
  const [first, ...others] = found;
  if (!first) return startOfDay(now());
  return time(others.reduce((best, one) => (beats(one, best) ? one : best), first));
}

function skipFreeDays(task: TaskLine, dates: Dates, calendar: Calendar): void {
  if (dates.from === undefined || dates.to === undefined || parseDate(task.end.text, 'YYYY-MM-DD') !== undefined) return;
  const end = endInCalendar(dates.from, dates.to, calendar);
  if (!end) throw new Undatable(task.end, 'This never ends: every day is excluded.');
  dates.to = end.to;
  dates.shownTo = end.shownTo;
}

function danglingNames({ start, end }: TaskLine, byId: ReadonlyMap<string, number>): readonly DateProblem[] {
  const names = [...(namedTasks(start, 'after') ?? []), ...(namedTasks(end, 'until') ?? [])];
  return names
    .filter(({ text }) => !byId.has(text))
    .map((at) => ({ at, message: `There is no task with the id "${at.text}".`, fatal: false }));
}
