import type { Range } from '../mermaid/cursor.ts';
import { labelText } from '../mermaid/label.ts';
import { safeLink } from '../mermaid/link.ts';
import type { Click, GanttModel, GanttRules, GanttSettings, Section, TaskLine, Written } from './model.ts';
import { type DateProblem, scheduleTasks } from './schedule.ts';
import type { TaskData } from './task-data.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** The model while the parser reads. */
export interface GanttDraft {
  readonly rules: Growing<GanttRules>;
  title(title: Written): void;
  section(title: Written, range: Range): void;
  task(label: Written, data: TaskData, range: Range): void;
  click(ids: Written, href: string | undefined, range: Range): void;
  /** With the dates found, and what is wrong with them. */
  model(
    titleInFront: string | undefined,
    settings: GanttSettings,
  ): { readonly model: GanttModel; readonly problems: readonly DateProblem[] };
}

export function createDraft(): GanttDraft {
  const rules: Growing<GanttRules> = {
    dateFormat: '',
    axisFormat: '',
    tickInterval: '',
    todayMarker: '',
    excludes: [],
    includes: [],
    inclusiveEndDates: false,
    weekday: 'sunday',
    weekend: 'saturday',
  };
  const sections: Section[] = [];
  const tasks: Growing<TaskLine>[] = [];
  const clicks: Click[] = [];
  const nodeIds = new Map<string, number>();
  let titled: Written | undefined;
  let unnamed = 0;

  const unique = (name: string) => {
    const count = (nodeIds.get(name) ?? 0) + 1;
    nodeIds.set(name, count);
    return count === 1 ? name : `${name}:${count}`;
  };

  return {
    rules,
    title: (title) => {
      titled = title;
    },
    section: (title, range) => void sections.push({ id: `section:${sections.length + 1}`, title, range }),
    task(label, { id: idWritten, tags, start, end }, range) {
      if (!idWritten) unnamed += 1;
      tasks.push({
        nodeId: unique(idWritten?.text || `task:${label.text}`),
        id: idWritten?.text ?? `task${unnamed}`,
        ...(idWritten && { idWritten }),
        label,
        tags,
        ...(start && { start }),
        end,
        ...(sections.length > 0 && { section: sections.length - 1 }),
        range,
      });
    },
    click(ids, href, range) {
      clicks.push({ ids, range });
      const url = href === undefined ? undefined : safeLink(href);
      if (url === undefined) return;
      for (const id of ids.text.split(',')) {
        const task = tasks.findLast((candidate) => candidate.id === id);
        if (task) task.href = url;
      }
    },
    model(titleInFront, settings) {
      const { dates, problems } = scheduleTasks(tasks, rules);
      const title = labelText(titled?.text ?? titleInFront ?? '');
      const model = {
        ...(title && { title }),
        ...(titled && { titleRange: { from: titled.from, to: titled.to } }),
        rules,
        settings,
        sections,
        tasks: tasks.map((task, at) => ({ ...task, ...dates[at] })),
        clicks,
      };
      return { model, problems };
    },
  };
}
