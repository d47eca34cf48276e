import type { Answer, GanttForm } from '../conformance/normal-form.ts';
import { type GanttModel, taskTags, type WallTime } from './model.ts';
import { parseGantt } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseGantt(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  return { accepted: true, form: normalForm(parsed.model) };
}

function normalForm({ title = '', titleRange, rules, sections, tasks }: GanttModel): GanttForm {
  const { dateFormat, axisFormat, tickInterval, todayMarker, weekday, excludes, includes, inclusiveEndDates } = rules;
  const links = new Map(tasks.flatMap(({ id, href }) => (href === undefined ? [] : [[id, bareHost(href)] as const])));
  return {
    kind: 'gantt',
    title: titleRange ? title : '',
    dateFormat,
    axisFormat,
    tickInterval,
    todayMarker,
    weekday,
    excludes,
    includes,
    inclusiveEndDates,
    sections: sections.map((section) => section.title.text),
    tasks: tasks.map((task) => ({
      id: task.id,
      label: task.label.text,
      section: task.section === undefined ? '' : (sections[task.section]?.title.text ?? ''),
      from: iso(task.from),
      to: iso(task.to),
      shownTo: iso(task.shownTo),
      tags: taskTags.filter((tag) => task.tags.has(tag)),
    })),
    links: [...links],
  };
}

function iso(time: WallTime | undefined): string {
  return time === undefined ? '' : new Date(time).toISOString();
}

/** Mermaid's sanitizer spells bare hosts with or without a slash. */
function bareHost(url: string): string {
  return url.replace(/^(https?:\/\/[^/?#]+)\/$/, '$1');
}
