import type { Block } from '@autograph/document';
import { type Box, boxBetween, boxesIntersect, GridIndex, type TextMeasurer, unionBoxes, type Vec } from '@autograph/geometry';
import { taskLabelBox } from '@autograph/shapes/task-look.ts';
import { type Dependency, dependenciesOf } from './dependencies.ts';
import type { PlacedTask } from './layout.ts';
import type { GanttModel } from './model.ts';
import { type Loose, shapeOf, taskShape } from './shapes.ts';

/** The way of a dependency, px. */
interface PlacedArrow {
  readonly dependency: Dependency;
  /** From the end of the first bar, or from below it, to where it meets the other one. */
  readonly way: readonly Vec[];
  readonly leaves: Vec;
  readonly anchor: Vec;
  /** Between two tasks that are critical. */
  readonly critical: boolean;
}

type Way = Pick<PlacedArrow, 'way' | 'leaves' | 'anchor'>;

/** How far an arrow leaves a bar before it turns, and how far inside the next bar it comes down, px. */
const turn = 6;
/** How far before the next bar an arrow that comes from above leads down, clear of milestones that begin there, px. */
const trunk = 20;
/** Least length of the last piece of an arrow that arrives from the left, px. */
const approach = 10;

/** The arrows from the end of one bar to the beginning of the other, at right angles. */
export function placeArrows(model: GanttModel, tasks: readonly PlacedTask[]): readonly PlacedArrow[] {
  const placed = new Map(tasks.map((task) => [task.task.nodeId, task]));
  return dependenciesOf(model).flatMap((dependency) => {
    const [from, to] = [placed.get(dependency.first.nodeId), placed.get(dependency.then.nodeId)];
    if (!from || !to || from.form === 'marker' || to.form === 'marker') return [];
    const critical = from.task.tags.has('crit') && to.task.tags.has('crit');
    const direct = wayBetween(from, to);
    const way = isCovered(direct, from, to, tasks) ? (wayAside(from, to, tasks) ?? direct) : direct;
    return [{ dependency, critical, ...way }];
  });
}

/** Whether a bar of another task lies on a way. */
function isCovered({ way }: Way, from: PlacedTask, to: PlacedTask, tasks: readonly PlacedTask[]): boolean {
  const pieces = way.slice(1).map((end, at) => boxBetween(way[at] ?? end, end));
  return tasks.some(
    (task) => task !== from && task !== to && task.form !== 'marker' && pieces.some((piece) => boxesIntersect(piece, task.box)),
  );
}

/** Down from below the first bar, and into the other one from the left; undefined when there is no room for that. */
function wayAside(from: PlacedTask, to: PlacedTask, tasks: readonly PlacedTask[]): Way | undefined {
  const bottom = from.box.y + from.box.h;
  const middle = to.box.y + to.box.h / 2;
  const x = from.form === 'milestone' ? from.box.x + from.box.w / 2 : Math.min(from.box.x + from.box.w, to.box.x) - trunk;
  if (middle <= bottom || x < from.box.x + turn || to.box.x - x < approach) return undefined;
  const way = {
    way: [
      { x, y: bottom },
      { x, y: middle },
      { x: to.box.x, y: middle },
    ],
    leaves: { x: (x - from.box.x) / from.box.w, y: 1 },
    anchor: { x: 0, y: 0.5 },
  };
  return isCovered(way, from, to, tasks) ? undefined : way;
}

function wayBetween(from: PlacedTask, to: PlacedTask): Way {
  const leaves = { x: 1, y: 0.5 };
  const start = { x: from.box.x + from.box.w, y: from.box.y + from.box.h / 2 };
  const middle = to.box.y + to.box.h / 2;
  const left = { x: to.box.x, y: middle };
  if (middle === start.y) return { way: [start, left], leaves, anchor: { x: 0, y: 0.5 } };
  const far = to.box.x - start.x >= turn + approach;
  if (far && from.labelPlace === 'right') {
    return { way: [start, { x: start.x + turn, y: start.y }, { x: start.x + turn, y: middle }, left], leaves, anchor: { x: 0, y: 0.5 } };
  }
  const inside = to.form === 'milestone' ? to.box.w / 2 : Math.min(turn, to.box.w / 2);
  const x = far ? to.box.x + inside : Math.max(start.x + turn, to.box.x + inside);
  const below = middle > start.y;
  const share = Math.min(1, Math.max(0, (x - to.box.x) / to.box.w));
  return {
    way: [start, { x, y: start.y }, { x, y: below ? to.box.y : to.box.y + to.box.h }],
    leaves,
    anchor: { x: share, y: below ? 0 : 1 },
  };
}

export function arrowShape({ dependency: { id, first, then }, way, leaves, anchor, critical }: PlacedArrow, block: Block): Loose {
  const box = unionBoxes(way.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))) ?? { x: 0, y: 0, w: 0, h: 0 };
  return {
    ...shapeOf(block, id, box),
    type: 'arrow',
    start: { shape_id: `${block.id}/${first.nodeId}`, anchor: leaves },
    end: { shape_id: `${block.id}/${then.nodeId}`, anchor },
    start_head: 'none',
    end_head: 'triangle',
    route: 'straight',
    points: way.slice(1, -1).map(({ x, y }) => [x, y]),
    stroke: critical ? 'red' : 'grey',
    stroke_width: 1.25,
  };
}

/** The bars, told whether a line runs behind their labels. */
export function taskShapes(tasks: readonly PlacedTask[], arrows: readonly PlacedArrow[], block: Block, measure: TextMeasurer) {
  const lines = new GridIndex();
  const pieces = arrows.flatMap(({ way }) => way.slice(1).map((to, at) => boxBetween(way[at] ?? to, to)));
  const marks = tasks.filter(({ form }) => form === 'marker').map(({ box }) => box);
  for (const [at, { x, y, w, h }] of [...pieces, ...marks].entries()) lines.set(at, x, y, w, h);
  return tasks.map((task) => {
    const shape = taskShape(task, false, block);
    const label = taskLabelBox({ ...shape, index: '' }, measure);
    const area: Box = { ...label, x: label.x + task.box.x, y: label.y + task.box.y };
    let crossed = false;
    if (task.labelPlace !== 'inside') lines.query(area, () => (crossed = true));
    return crossed ? taskShape(task, true, block) : shape;
  });
}
