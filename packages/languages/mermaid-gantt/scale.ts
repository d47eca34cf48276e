import type { TextMeasurer } from '@autograph/geometry';
import { taskLabelGap, taskLabelWidth } from '@autograph/shapes/task-look.ts';
import { taskText } from './labels.ts';
import type { GanttModel, Task, WallTime } from './model.ts';
import { dayLength, now, startOfDay } from './wall-time.ts';

/** A task that has its dates. */
export type DatedTask = Task & { readonly from: WallTime; readonly to: WallTime };

export function isDated(task: Task): task is DatedTask {
  return task.from !== undefined && task.to !== undefined;
}

/** Where the bar of a task ends. */
export function barEnd({ from, to, shownTo }: DatedTask): WallTime {
  return Math.max(from, shownTo ?? to);
}

/** Times to px from the left of the plot, and back. */
export interface TimeScale {
  readonly from: WallTime;
  readonly to: WallTime;
  readonly pxPerMs: number;
}

export function xOf({ from, pxPerMs }: TimeScale, time: WallTime): number {
  return Math.round((time - from) * pxPerMs * 2) / 2;
}

/** px that a plot is wide, as far as the labels' wishes go. */
const width = { least: 620, most: 1080 } as const;
/** Scales go in steps, so that a task that grows a little seldom changes the scale of all others. */
const step = 2 ** 0.25;

/** The scale at which half of the labels fit into their bars, within sensible widths. */
export function timeScale({ tasks }: GanttModel, measure: TextMeasurer): TimeScale {
  const dated = tasks.filter(isDated);
  const today = startOfDay(now());
  const from = dated.length > 0 ? dated.reduce((least, task) => Math.min(least, task.from), Number.POSITIVE_INFINITY) : today;
  const last = dated.length > 0 ? dated.reduce((most, task) => Math.max(most, task.to), from) : today + 7 * dayLength;
  const to = last > from ? last : from + dayLength;
  const wanted = dated
    .filter((task) => !task.tags.has('milestone') && !task.tags.has('vert') && barEnd(task) > task.from)
    .map((task) => (taskLabelWidth(taskText(task), measure) + 2 * taskLabelGap.inside) / (barEnd(task) - task.from))
    .sort((a, b) => a - b);
  const median = wanted[Math.floor(wanted.length / 2)] ?? 0;
  const span = to - from;
  const px = Math.min(width.most, Math.max(width.least, median * span)) / span;
  return { from, to, pxPerMs: step ** Math.floor(Math.log(px) / Math.log(step) + 1e-9) };
}
