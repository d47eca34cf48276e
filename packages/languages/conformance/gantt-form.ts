import { z } from 'zod';
import { ask, text } from './ask.ts';
import type { GanttForm } from './normal-form.ts';

const date = z.date().nullish();
const flag = z.boolean().optional();
const tasks = z.array(
  z.object({
    id: z.string(),
    task: z.string(),
    section: z.string(),
    startTime: z.union([date, z.literal('')]),
    endTime: date,
    renderEndTime: date,
    active: flag,
    done: flag,
    crit: flag,
    milestone: flag,
    vert: flag,
  }),
);
const words = z.array(z.string());
const links = z.map(z.string(), z.string());

/** Reads the normal form out of the database of a Gantt chart; dates by the clock on the wall. */
export function ganttForm(db: object): GanttForm {
  const line = (method: string) => text(z.string().nullish().parse(ask(db, method)) ?? '');
  return {
    kind: 'gantt',
    title: line('getDiagramTitle'),
    dateFormat: line('getDateFormat'),
    axisFormat: line('getAxisFormat'),
    tickInterval: line('getTickInterval'),
    todayMarker: line('getTodayMarker'),
    weekday: line('getWeekday'),
    excludes: words.parse(ask(db, 'getExcludes')),
    includes: words.parse(ask(db, 'getIncludes')),
    inclusiveEndDates: z.boolean().parse(ask(db, 'endDatesAreInclusive')),
    sections: words.parse(ask(db, 'getSections')).map(text),
    tasks: tasks.parse(ask(db, 'getTasks')).map((found) => ({
      id: text(found.id),
      label: text(found.task),
      section: text(found.section),
      from: wallTime(found.startTime || undefined),
      to: wallTime(found.endTime),
      shownTo: wallTime(found.renderEndTime),
      tags: (['active', 'done', 'crit', 'milestone', 'vert'] as const).filter((tag) => found[tag]),
    })),
    links: [...links.parse(ask(db, 'getLinks'))]
      .filter(([, url]) => /^(?:https?:\/\/|mailto:)/i.test(url))
      // Mermaid's sanitizer ends a bare host with a slash.
      .map(([id, url]) => [id, url.replace(/^(https?:\/\/[^/?#]+)\/$/, '$1')] as const),
  };
}

function wallTime(time: Date | null | undefined): string {
  if (!time) return '';
  const parts = [time.getFullYear(), time.getMonth(), time.getDate(), time.getHours(), time.getMinutes(), time.getSeconds()] as const;
  return new Date(Date.UTC(...parts, time.getMilliseconds())).toISOString();
}
