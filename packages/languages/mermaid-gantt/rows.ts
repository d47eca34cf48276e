import type { TextMeasurer } from '@autograph/geometry';
import { layoutText } from '@autograph/render';
import { taskLabelGap, taskLabelWidth } from '@autograph/shapes/task-look.ts';
import { sectionText, taskText } from './labels.ts';
import type { GanttModel, Section } from './model.ts';
import { barEnd, type DatedTask, isDated, type TimeScale, xOf } from './scale.ts';

export const rowHeight = 32;
export const barHeight = 22;
const gutterPadding = 12;
const widestTitle = 160;
/** Free space between a section's border and its first and last row, px. */
const bandPadding = 4;
export const sectionStyle = { font: 'sans', size: 13, bold: true } as const;

export interface Row {
  readonly task: DatedTask;
  /** Top of the bar, px below the first band. */
  readonly y: number;
}

/** Tasks of one section that follow each other. */
export interface Band {
  readonly section?: Section;
  readonly y: number;
  readonly h: number;
  /** Size of the section's title. */
  readonly titleSize: { readonly w: number; readonly h: number };
  readonly rows: readonly Row[];
}

/** Every task in a row of its own in the text's order, or, when compact, tasks that leave each other room in the same row. Markers have none. */
export function layoutBands(
  model: GanttModel,
  scale: TimeScale,
  measure: TextMeasurer,
): { readonly bands: readonly Band[]; readonly gutter: number } {
  const bands: Band[] = [];
  let y = 0;
  for (const { section, tasks } of runs(model)) {
    const lines = model.settings.compact ? packed(tasks, scale, measure) : tasks.map((_, at) => at);
    const count = lines.reduce((most, line) => Math.max(most, line + 1), 0);
    const titleSize = sizeOf(section, measure);
    const h = Math.max(count * rowHeight + 2 * bandPadding, titleSize.h + 2 * bandPadding);
    const top = y + (h - count * rowHeight) / 2 + (rowHeight - barHeight) / 2;
    bands.push({
      ...(section && { section }),
      y,
      h,
      titleSize,
      rows: tasks.map((task, at) => ({ task, y: top + (lines[at] ?? 0) * rowHeight })),
    });
    y += h;
  }
  const widest = bands.reduce((most, { titleSize }) => Math.max(most, titleSize.w), 0);
  return { bands, gutter: widest > 0 ? widest + 2 * gutterPadding : 0 };
}

function sizeOf(section: Section | undefined, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  const title = section ? sectionText(section) : '';
  if (!title) return { w: 0, h: 0 };
  const { width, height } = layoutText(title, sectionStyle, { measure, width: widestTitle });
  return { w: Math.ceil(width), h: Math.ceil(height) };
}

function runs({ tasks, sections }: GanttModel) {
  const found: { readonly at: number | undefined; readonly section: Section | undefined; readonly tasks: DatedTask[] }[] = [];
  for (const task of tasks) {
    if (task.tags.has('vert') || !isDated(task)) continue;
    const last = found.at(-1);
    if (last && last.at === task.section) last.tasks.push(task);
    else found.push({ at: task.section, section: task.section === undefined ? undefined : sections[task.section], tasks: [task] });
  }
  return found;
}

/** The line of each task, the first that is free from where its bar begins to where bar and label end. */
function packed(tasks: readonly DatedTask[], scale: TimeScale, measure: TextMeasurer): readonly number[] {
  const ends: number[] = [];
  const lines = new Map<DatedTask, number>();
  for (const task of [...tasks].sort((a, b) => a.from - b.from)) {
    const [start, end] = [xOf(scale, task.from), xOf(scale, barEnd(task))];
    const label = taskLabelWidth(taskText(task), measure);
    const fits = label + 2 * taskLabelGap.inside <= end - start && !task.tags.has('milestone');
    const free = ends.findIndex((taken) => taken <= start + 0.5);
    const line = free < 0 ? ends.length : free;
    ends[line] = fits ? end : end + 2 * taskLabelGap.outside + label + (task.tags.has('milestone') ? barHeight / 2 : 0);
    lines.set(task, line);
  }
  return tasks.map((task) => lines.get(task) ?? 0);
}
