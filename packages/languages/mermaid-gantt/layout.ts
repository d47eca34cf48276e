import type { Box, TextMeasurer } from '@autograph/geometry';
import { type TaskShape, taskLabelGap, taskLabelStyle, taskLabelWidth } from '@autograph/shapes/task-look.ts';
import { axisHeight, tickStyle } from '@autograph/shapes/time-axis.ts';
import { containerPadding } from '../container.ts';
import { axisTicks, type Tick } from './axis.ts';
import { taskText } from './labels.ts';
import type { GanttModel, Task } from './model.ts';
import { type Band, barHeight, layoutBands } from './rows.ts';
import { barEnd, type DatedTask, isDated, type TimeScale, timeScale, xOf } from './scale.ts';

export interface PlacedTask {
  readonly task: Task;
  readonly box: Box;
  readonly form: TaskShape['form'];
  readonly labelPlace: TaskShape['label_place'];
}

/** Everything placed, in the block's coordinates, px. */
export interface GanttLayout {
  readonly scale: TimeScale;
  /** Where the title begins, if there is one. */
  readonly top: number;
  /** The area with the bars; the axis is below it, and above it as well when asked for. */
  readonly plot: Box;
  readonly bands: readonly Band[];
  /** Left edge and width of the bands: the titles of sections, the plot, and what labels need beyond. */
  readonly left: number;
  readonly width: number;
  readonly ticks: readonly Tick[];
  readonly tasks: readonly PlacedTask[];
}

export const titleHeight = 38;
/** A bar that takes no time, or hardly any, is still to be seen. */
const narrowest = 4;
const markerWidth = 2;
/** Between the labels of markers in one line, px. */
const markerGap = 12;

/** Places all parts of a chart by its dates alone. */
export function layoutGantt(model: GanttModel, measure: TextMeasurer): GanttLayout {
  const scale = timeScale(model, measure);
  const { bands, gutter } = layoutBands(model, scale, measure);
  const left = containerPadding;
  const ticks = axisTicks(model, scale, measure);
  const halves = ticks.map(({ x, text = '' }) => ({ x, half: text ? measure.width(text, tickStyle) / 2 : 0 }));
  const plotX = left + Math.ceil(halves.reduce((most, { x, half }) => Math.max(most, half - x), gutter));
  const plotWidth = Math.ceil((scale.to - scale.from) * scale.pxPerMs);
  const markers = placeMarkers(model, scale, plotX, measure);
  const titled = model.title ? titleHeight : 0;
  const plotY = containerPadding + titled + (model.settings.topAxis ? axisHeight : 0) + markers.height;
  const height = Math.max(
    bands.reduce((sum, { h }) => sum + h, 0),
    barHeight,
  );
  const plot = { x: plotX, y: plotY, w: plotWidth, h: height };
  const bars = bands.flatMap(({ rows }) => rows.map(({ task, y }) => placeBar(task, plotY + y, plot, scale, measure)));
  const reaches = [...bars.map(({ reach }) => reach), ...halves.map(({ x, half }) => plotX + x + half)];
  const right = Math.ceil(reaches.reduce((most, reach) => Math.max(most, reach), plotX + plotWidth));
  return {
    scale,
    top: containerPadding,
    plot,
    bands: bands.map((band) => ({ ...band, y: band.y + plotY })),
    left,
    width: right - left,
    ticks: ticks.map((tick) => ({ ...tick, x: tick.x + plotX })),
    tasks: [...markers.place(plot), ...bars.map(({ placed }) => placed)],
  };
}

function placeBar(
  task: DatedTask,
  y: number,
  plot: Box,
  scale: TimeScale,
  measure: TextMeasurer,
): { readonly placed: PlacedTask; readonly reach: number } {
  const start = plot.x + xOf(scale, task.from);
  const end = plot.x + xOf(scale, barEnd(task));
  const milestone = task.tags.has('milestone');
  const w = milestone ? barHeight : Math.max(narrowest, end - start);
  const x = milestone ? (start + plot.x + xOf(scale, task.to)) / 2 - w / 2 : start;
  const label = taskLabelWidth(taskText(task), measure);
  const inside = !milestone && label + 2 * taskLabelGap.inside <= w;
  const after = x + w + taskLabelGap.outside + label;
  const before = x - taskLabelGap.outside - label;
  const labelPlace = inside ? 'inside' : after > plot.x + plot.w && before >= plot.x ? 'left' : 'right';
  return {
    placed: { task, box: { x, y, w, h: barHeight }, form: milestone ? 'milestone' : 'bar', labelPlace },
    reach: labelPlace === 'right' ? after : x + w,
  };
}

/** Markers with their labels above the plot, in as many lines as keep them clear of each other. */
function placeMarkers({ tasks }: GanttModel, scale: TimeScale, plotX: number, measure: TextMeasurer) {
  const line = Math.ceil(measure.lineHeight(taskLabelStyle)) + 2;
  const ends: number[] = [];
  const placed = tasks
    .filter((task) => task.tags.has('vert'))
    .filter(isDated)
    .sort((a, b) => a.from - b.from)
    .map((task) => {
      const x = plotX + xOf(scale, task.from);
      const half = taskLabelWidth(taskText(task), measure) / 2;
      const free = ends.findIndex((end) => end + markerGap <= x - half);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = x + half;
      return { task, x, lane };
    });
  return {
    height: ends.length * line + (ends.length > 0 ? 4 : 0),
    place: ({ y, h }: Box): PlacedTask[] =>
      placed.map(({ task, x, lane }) => ({
        task,
        box: { x: x - markerWidth / 2, y: y - 4 - lane * line, w: markerWidth, h: h + 4 + lane * line },
        form: 'marker',
        labelPlace: 'above',
      })),
  };
}
