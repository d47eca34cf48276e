import type { Block, Shape } from '@autograph/document';
import type { Box, TextMeasurer } from '@autograph/geometry';
import type { TaskShape } from '@autograph/shapes/task-look.ts';
import { axisHeight, type TimeGridShape } from '@autograph/shapes/time-axis.ts';
import { lookOf } from '../mermaid/css-style.ts';
import { calendarOf } from './calendar.ts';
import { sectionText, taskText } from './labels.ts';
import type { GanttLayout, PlacedTask } from './layout.ts';
import type { GanttModel, WallTime } from './model.ts';
import { type Band, sectionStyle } from './rows.ts';
import { xOf } from './scale.ts';
import { dayLength, now, startOfDay } from './wall-time.ts';

/** A shape that has no place in the paint order yet. */
export type Loose<S extends Shape = Shape> = Omit<S, 'index'>;

export function shapeOf(block: Block, id: string, box: Box) {
  return { id: `${block.id}/${id}`, ...box, rotation: 0, parent_id: block.id, origin: { block_id: block.id, node_id: id } };
}

export function gridShape(model: GanttModel, layout: GanttLayout, block: Block): Loose<TimeGridShape> {
  const { plot, left, width, bands, ticks } = layout;
  const { topAxis } = model.settings;
  const y = plot.y - (topAxis ? axisHeight : 0);
  const marker = nowMarker(model, layout);
  return {
    ...shapeOf(block, 'axis', { x: left, y, w: width, h: plot.y + plot.h + axisHeight - y }),
    type: 'time-grid',
    plot: { x: plot.x - left, y: plot.y - y, w: left + width - plot.x, h: plot.h },
    bands: bands.length > 1 ? bands.map((band) => ({ y: band.y - y, h: band.h })) : [],
    ticks: ticks.map((tick) => ({ ...tick, x: tick.x - left })),
    shaded: freeRuns(model, layout).map(({ x, w }) => ({ x: x + plot.x - left, w })),
    ...(topAxis && { top_axis: true }),
    ...(marker && { now: marker }),
  };
}

/** The line at today, looking as `todayMarker` says; none when today is outside. */
function nowMarker({ rules }: GanttModel, { scale, plot, left }: GanttLayout): TimeGridShape['now'] {
  const time = now();
  if (rules.todayMarker === 'off' || time < scale.from || time > scale.to) return undefined;
  const { stroke, stroke_width, opacity } = lookOf(rules.todayMarker.split(/[,;]/));
  return {
    x: plot.x - left + xOf(scale, time),
    ...(stroke && stroke !== 'none' && { color: stroke }),
    ...(stroke_width !== undefined && { width: stroke_width }),
    ...(opacity !== undefined && { opacity }),
  };
}

/** Beyond so many days single free ones cannot be seen. */
const mostDays = 5 * 366;

/** Days on which nobody works, neighbours as one, px from the left of the plot. */
function freeRuns({ rules }: GanttModel, { scale }: GanttLayout): readonly { readonly x: number; readonly w: number }[] {
  const calendar = calendarOf(rules);
  if (!calendar.hasFreeDays || scale.to - scale.from > mostDays * dayLength) return [];
  const runs: { from: WallTime; to: WallTime }[] = [];
  for (let day = startOfDay(scale.from); day < scale.to; day += dayLength) {
    if (!calendar.isFree(day)) continue;
    const last = runs.at(-1);
    if (last?.to === day) last.to = day + dayLength;
    else runs.push({ from: day, to: day + dayLength });
  }
  return runs.map(({ from, to }) => {
    const x = Math.max(0, xOf(scale, from));
    return { x, w: xOf(scale, Math.min(to, scale.to)) - x };
  });
}

export function sectionShape({ section, y, h, titleSize }: Band, { left }: GanttLayout, block: Block): readonly Loose[] {
  if (!section || titleSize.w === 0) return [];
  const box = { x: left + 12, y: y + (h - titleSize.h) / 2, w: titleSize.w, h: titleSize.h };
  return [{ ...shapeOf(block, section.id, box), type: 'text', text: sectionText(section), font_size: sectionStyle.size, bold: true }];
}

/** `crossed`: a line runs behind its label. */
export function taskShape({ task, box, form, labelPlace }: PlacedTask, crossed: boolean, block: Block): Loose<TaskShape> {
  const text = taskText(task);
  return {
    ...shapeOf(block, task.nodeId, box),
    type: 'task-bar',
    text,
    form,
    state: task.tags.has('active') ? 'active' : task.tags.has('done') ? 'done' : 'planned',
    label_place: labelPlace,
    ...(task.tags.has('crit') && { critical: true }),
    ...(crossed && { crossed }),
    ...(task.href !== undefined && text && { text_spans: [{ from: 0, to: text.length, link: task.href }] }),
  };
}

export function titleShape(title: string, { top, left, width }: GanttLayout, block: Block, measure: TextMeasurer): Loose {
  const style = { font: 'sans', size: 18, bold: true } as const;
  const w = Math.ceil(measure.width(title, style)) + 4;
  const box = { x: Math.max(left, left + (width - w) / 2), y: top, w, h: Math.ceil(measure.lineHeight(style)) };
  return { ...shapeOf(block, 'title:1', box), type: 'text', text: title, font_size: 18, bold: true, text_align: 'center' };
}
