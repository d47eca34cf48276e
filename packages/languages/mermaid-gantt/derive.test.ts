import type { Block, Shape } from '@autograph/document';
import { boxBetween, boxesIntersect, translateBox } from '@autograph/geometry';
import { createTextMeasurer, darkTheme, lightTheme } from '@autograph/render';
import { type TaskShape, taskColors, taskLabelBox } from '@autograph/shapes/task-look.ts';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import type { TimeGridShape } from '@autograph/shapes/time-axis.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { documentedSources, widerSources } from '../conformance/sources.node.ts';
import { deriveGantt } from './derive.ts';
import { parseGantt } from './parse.ts';

const measure = createTextMeasurer();

function shapesOf(source: string): readonly Shape[] {
  const parsed = parseGantt(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  const block: Block = { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  return deriveGantt(parsed.model, block, measure).shapes;
}

const isTask = (shape: Shape): shape is TaskShape => shape.type === 'task-bar';
const isGrid = (shape: Shape): shape is TimeGridShape => shape.type === 'time-grid';
const chart = (lines: string) => {
  const shapes = shapesOf(`gantt\ndateFormat YYYY-MM-DD\n${lines}`);
  const grid = shapes.find(isGrid);
  if (!grid) throw new Error('there is no axis');
  const tickAt = (text: string) => grid.x + (grid.ticks.find((tick) => tick.text === text)?.x ?? Number.NaN);
  return { shapes, grid, tickAt, tasks: shapes.filter(isTask), arrows: shapes.filter(({ type }) => type === 'arrow') };
};

afterEach(() => void vi.useRealTimers());

describe('a Gantt chart', () => {
  it('leads lines past the bars between two tasks, and shows the critical path in red [F272]', () => {
    const { tasks, arrows } = chart(
      'A :crit, a, 2024-01-01, 10d\nM :milestone, m, after a, 0d\nB :b, after a, 9d\nC :crit, c, after a, 9d\nD :crit, after c, 4d',
    );
    expect(arrows.map(({ stroke }) => stroke)).toEqual(['grey', 'grey', 'red', 'red']);
    for (const { start, end, points } of arrows) {
      const at = (terminal: typeof start) => {
        const bar = tasks.find(({ id }) => id === terminal?.shape_id);
        const { x: across = 0, y: down = 0 } = terminal?.anchor ?? {};
        return { x: (bar?.x ?? 0) + across * (bar?.w ?? 0), y: (bar?.y ?? 0) + down * (bar?.h ?? 0) };
      };
      const corners = (points ?? []).map(([px = 0, py = 0]) => ({ x: px, y: py }));
      const way = [at(start), ...corners, at(end)];
      for (const [i, to] of way.slice(1).entries()) {
        for (const bar of tasks.filter(({ id }) => id !== start?.shape_id && id !== end?.shape_id))
          expect(boxesIntersect(boxBetween(way[i] ?? to, to), bar)).toBe(false);
      }
    }
  });

  it('draws a bar from its start to its end on the axis, below the title [F272]', () => {
    const { tasks, shapes, tickAt } = chart('title Project\ntickInterval 1day\naxisFormat %d\nTask1 :a1, 2024-01-01, 30d');
    expect(tasks).toMatchObject([{ text: 'Task1', form: 'bar', label_place: 'inside' }]);
    expect(tasks[0]?.x).toBeCloseTo(tickAt('01'), 0);
    expect((tasks[0]?.x ?? 0) + (tasks[0]?.w ?? 0)).toBeCloseTo(tickAt('31'), 0);
    expect(shapes.find(({ id }) => id === 'b/title:1')?.text).toBe('Project');
  });

  it('draws a milestone as a diamond at its date and no bar [F273]', () => {
    const { tasks, tickAt } = chart('axisFormat %m-%d\ntickInterval 1month\nWork :2024-01-01, 60d\nRelease :milestone, 2024-02-01, 0d');
    const release = tasks[1];
    expect(release).toMatchObject({ text: 'Release', form: 'milestone' });
    expect((release?.x ?? 0) + (release?.w ?? 0) / 2).toBeCloseTo(tickAt('02-01'), 0);
    expect(tasks.filter(({ form }) => form === 'bar')).toHaveLength(1);
  });

  it('starts a task where the one that it follows ends, and connects both [F298]', () => {
    const { tasks, arrows } = chart('Task1 :t1, 2024-01-01, 10d\nTask2 :after t1, 5d');
    const [first, then] = tasks;
    expect(then?.x).toBeCloseTo((first?.x ?? 0) + (first?.w ?? 0));
    expect(arrows).toMatchObject([{ start: { shape_id: first?.id }, end: { shape_id: then?.id }, end_head: 'triangle' }]);
  });

  it('fills critical tasks otherwise than ordinary ones, which keep the default [F299]', () => {
    const [critical, ordinary] = chart('A :crit, 2024-01-01, 3d\nB :3d').tasks;
    if (!critical || !ordinary) throw new Error('a task is missing');
    for (const theme of [lightTheme, darkTheme]) {
      const fill = (task: TaskShape) => theme.fill(taskColors(task).fill, taskColors(task).style);
      expect(fill(ordinary)).toBe(theme.fill('blue', 'soft'));
      expect(fill(critical)).toBe(theme.fill('red', 'soft'));
    }
  });

  it('gives every section a band with its title, and every task a row', () => {
    const { grid, tasks, shapes } = chart('section One\nA :2024-01-01, 3d\nB :3d\nsection Two\nC :3d');
    expect(grid.bands).toHaveLength(2);
    expect(shapes.filter(({ type }) => type === 'text').map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(new Set(tasks.map(({ y }) => y)).size).toBe(3);
    const [one, two] = grid.bands;
    expect(tasks.map(({ y }) => y - grid.y).map((y) => (y >= (two?.y ?? 0) ? 2 : y >= (one?.y ?? 0) ? 1 : 0))).toEqual([1, 1, 2]);
  });

  it('shares rows when compact', () => {
    const source = (front: string) => `${front}gantt\ndateFormat YYYY-MM-DD\nA :2024-01-01, 30d\nB :2024-02-10, 30d\nC :2024-01-20, 30d`;
    const rows = (front: string) =>
      new Set(
        shapesOf(source(front))
          .filter(isTask)
          .map(({ y }) => y),
      ).size;
    expect(rows('')).toBe(3);
    expect(rows('---\ndisplayMode: compact\n---\n')).toBe(2);
    expect(rows('%%{init: {"gantt": {"displayMode": "compact"}}}%%\n')).toBe(2);
  });

  it('draws a line for a marker through all rows, and for today unless it is turned off', () => {
    vi.useFakeTimers({ now: new Date(2024, 0, 6) });
    const lines = 'A :2024-01-01, 10d\nB :vert, 2024-01-05, 0d\nC :2024-01-03, 8d';
    const { grid, tasks } = chart(lines);
    const marker = tasks.find(({ form }) => form === 'marker');
    expect((marker?.y ?? 0) + (marker?.h ?? 0)).toBeCloseTo(grid.y + grid.plot.y + grid.plot.h);
    expect(grid.now?.x).toBeGreaterThan(grid.plot.x);
    expect(chart(`todayMarker off\n${lines}`).grid.now).toBeUndefined();
    expect(chart(`todayMarker stroke-width:5px,stroke:#0f0,opacity:0.5\n${lines}`).grid.now).toMatchObject({
      color: '#00ff00',
      width: 5,
      opacity: 0.5,
    });
  });

  it('shades free days, and puts ticks where they are asked for', () => {
    const { grid } = chart('excludes weekends\ntickInterval 1week\nweekday monday\naxisFormat %a %d\nA :2024-01-01, 15d');
    expect(grid.shaded.length).toBeGreaterThanOrEqual(2);
    expect(grid.ticks.map(({ text }) => text)).toEqual(['Mon 01', 'Mon 08', 'Mon 15', 'Mon 22']);
  });
});

describe('every valid source that is at hand', () => {
  const sources = [...documentedSources(), ...widerSources()].filter(({ type, text }) => type === 'gantt' && parseGantt(text).ok);

  it('gives shapes that the shapes’ own schemas accept, in the container', () => {
    expect(sources.length).toBeGreaterThan(150);
    for (const { name, text } of sources) {
      for (const shape of shapesOf(text)) {
        expect(shapeSchema.safeParse(shape).error, `${name} ${shape.id}`).toBeUndefined();
        expect(Math.min(shape.x, shape.y), `${name} ${shape.id}`).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('keeps bars, milestones and labels clear of each other', () => {
    for (const { name, text } of sources) {
      const tasks = shapesOf(text)
        .filter(isTask)
        .filter(({ form }) => form !== 'marker');
      const areas = tasks.map((task) => [task, translateBox(taskLabelBox(task, measure), task.x, task.y)] as const);
      for (const [at, [one, label]] of areas.entries()) {
        for (const [other, otherLabel] of areas.slice(at + 1)) {
          for (const [a, b] of [
            [one, other],
            [label, other],
            [one, otherLabel],
            [label, otherLabel],
          ] as const) {
            const overlap = boxesIntersect({ ...a, w: a.w - 1 }, { ...b, w: b.w - 1 });
            expect(overlap, `${name}: ${one.id} and ${other.id}`).toBe(false);
          }
        }
      }
    }
  });

  it('keeps the labels of ticks clear of each other', () => {
    for (const { name, text } of sources) {
      const ticks =
        shapesOf(text)
          .find(isGrid)
          ?.ticks.filter((tick) => tick.text) ?? [];
      for (const [at, tick] of ticks.entries()) {
        const next = ticks[at + 1];
        const half = (label: string | undefined) => measure.width(label ?? '', { font: 'sans', size: 12 }) / 2;
        if (next) expect(next.x - half(next.text), name).toBeGreaterThan(tick.x + half(tick.text));
      }
    }
  });
});
