import { z } from 'zod';
import { ask, text } from './ask.ts';
import type { TimelineForm } from './normal-form.ts';

const tasks = z.array(z.object({ section: z.string(), task: z.string(), events: z.array(z.string()) }));
const common = z.custom<object>();

/** Reads the normal form out of the database of a timeline. */
export function timelineForm(db: object): TimelineForm {
  return {
    kind: 'timeline',
    title: text(z.string().parse(ask(common.parse(ask(db, 'getCommonDb')), 'getDiagramTitle'))),
    direction: z.string().parse(ask(db, 'getDirection')),
    sections: z.array(z.string()).parse(ask(db, 'getSections')).map(text),
    periods: tasks
      .parse(ask(db, 'getTasks'))
      .map(({ section, task, events }) => ({ label: text(task), section: text(section), events: events.map(text) })),
  };
}
