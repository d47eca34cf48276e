import type { GanttRules, WallTime } from './model.ts';
import { dayLength, formatDate } from './wall-time.ts';

const weekdays: readonly string[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const weekendDays = { friday: ['friday', 'saturday'], saturday: ['saturday', 'sunday'] } as const;

/** Which days nobody works on. */
export interface Calendar {
  readonly hasFreeDays: boolean;
  isFree(day: WallTime): boolean;
  /** Takes one of the steps that one reading of a text may spend on its calendar, so that no text takes time without end; false when none is left. */
  step(): boolean;
}

const mostSteps = 500_000;

/** Reads `excludes`, `includes` and `weekend` (https://mermaid.js.org/syntax/gantt.html#excludes). */
export function calendarOf({ excludes, includes, dateFormat, weekend }: GanttRules): Calendar {
  const freeWeekdays = new Set([
    ...excludes.filter((word) => weekdays.includes(word)),
    ...(excludes.includes('weekends') ? weekendDays[weekend] : []),
  ]);
  const free = new Set(excludes);
  const worked = new Set(includes);
  const hasDates = excludes.some((word) => word !== 'weekends' && !weekdays.includes(word)) || worked.size > 0;
  const namesOf = (day: WallTime) => {
    const iso = new Date(day).toISOString().slice(0, 10);
    return dateFormat === 'YYYY-MM-DD' ? [iso] : [iso, formatDate(day, dateFormat)];
  };
  const known = new Map<WallTime, boolean>();
  let steps = mostSteps;
  const isFree = (day: WallTime) => {
    const names = hasDates ? namesOf(day) : [];
    if (names.some((name) => worked.has(name))) return false;
    return freeWeekdays.has(weekdays[new Date(day).getUTCDay()] ?? '') || names.some((name) => free.has(name));
  };
  return {
    hasFreeDays: free.size > 0,
    isFree(day) {
      const answer = known.get(day) ?? isFree(day);
      known.set(day, answer);
      return answer;
    },
    step() {
      steps -= 1;
      return steps >= 0;
    },
  };
}

/** Beyond so many free days there is no end. */
const mostFreeDays = 10_000;

/** The end of a task that takes so many days on which somebody works, and where its bar ends: before free days at its end. Undefined when every day is free. */
export function endInCalendar(
  from: WallTime,
  to: WallTime,
  calendar: Calendar,
): { readonly to: WallTime; readonly shownTo?: WallTime } | undefined {
  let end = to;
  let shownTo: WallTime | undefined;
  let isFree = false;
  for (let day = from + dayLength; day <= end && calendar.step(); day += dayLength) {
    if (!isFree) shownTo = end;
    isFree = calendar.isFree(day);
    if (isFree) end += dayLength;
    if (end > to + mostFreeDays * dayLength) return undefined;
  }
  return { to: end, ...(shownTo !== undefined && { shownTo }) };
}
