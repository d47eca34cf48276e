import type { ShapeChange } from '@autograph/document';
import type { DrawContext, Handle, ShapeDefinition } from '@autograph/editor';
import { type Path, rectanglePath, roundedRectanglePath, unionBoxes, type Vec } from '@autograph/geometry';
import { createTextMeasurer, type DrawItem, mixColors, placedTextItems, placeText, readableOn, withAlpha } from '@autograph/render';
import { z } from 'zod';
import { localBox, roundedPolygonPath } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';
import { labelPlaces, type TaskShape, taskColors, taskForms, taskLabelBox, taskLabelStyle, taskStates } from '../task-look.ts';

/** What paints beyond a bar is asked for where no measurer is at hand. */
const letters = createTextMeasurer();

/** A task of a Gantt chart. */
export const manifest: ShapeDefinition<TaskShape> = {
  type: 'task-bar',
  label: 'Task',
  schema: recordSchema('task-bar', {
    form: z.enum(taskForms),
    state: z.enum(taskStates),
    critical: z.boolean().optional(),
    crossed: z.boolean().optional(),
    label_place: z.enum(labelPlaces),
  }),
  defaults: { w: 120, h: 24, form: 'bar', state: 'planned', label_place: 'inside' },
  resizable: false,
  rotatable: false,
  bindable: true,
  container: false,
  oneLine: true,
  fields: [],
  outline,
  paintBounds: (shape) => {
    const { x, y, w, h } = unionBoxes([localBox(shape), taskLabelBox(shape, letters)]) ?? localBox(shape);
    return { x: x - 2, y: y - 2, w: w + 4, h: h + 4 };
  },
  draw: drawTask,
  filled: () => true,
  labelBox: (shape) => taskLabelBox(shape, letters),
  spoken: ({ state, critical, text, form }) =>
    [
      text ?? '',
      ...(form === 'milestone' ? ['milestone'] : []),
      ...(critical ? ['critical'] : []),
      ...(state === 'planned' ? [] : [state]),
    ].join(', '),
  textBox: (shape, context) => taskLabelBox(shape, context.measure),
  placeText: placed,
  handles: edges,
  moveHandle: moveEdge,
};

/** Narrower bars have only their end to take hold of, px. */
const roomForBoth = 18;
/** What of a bar its edge is to the hand, px. */
const edgeReach = 4;
const leastWidth = 4;

/** The edges of a bar, which say when it begins and ends. */
function edges({ form, w, h }: TaskShape): readonly Handle[] {
  if (form !== 'bar') return [];
  const edge = (id: string, label: string, x: number): Handle => ({
    id,
    label,
    at: { x, y: h / 2 },
    box: { x: x - edgeReach, y: 0, w: 2 * edgeReach, h },
    cursor: 'ew-resize',
  });
  return [...(w < roomForBoth ? [] : [edge('start', 'Start', 0)]), edge('end', 'End', w)];
}

function moveEdge({ x, w }: TaskShape, id: string, at: Vec): ShapeChange {
  if (id === 'end') return { w: Math.max(leastWidth, at.x) };
  const by = Math.min(at.x, w - leastWidth);
  return { x: x + by, w: w - by };
}

const corner = 5;

function outline(shape: TaskShape): Path {
  const { w, h, form } = shape;
  if (form === 'marker') return rectanglePath(localBox(shape));
  if (form === 'bar') return roundedRectanglePath(localBox(shape), Math.min(corner, w / 2));
  const corners = [
    { x: w / 2, y: 0 },
    { x: w, y: h / 2 },
    { x: w / 2, y: h },
    { x: 0, y: h / 2 },
  ];
  return roundedPolygonPath(corners, 3);
}

function placed(shape: TaskShape, context: DrawContext) {
  const { theme } = context;
  const { fill, style } = taskColors(shape);
  const inside = shape.label_place === 'inside';
  const muted = mixColors(theme.text, theme.background, 0.35);
  const plain = shape.state === 'done' ? muted : theme.text;
  return placeText(shape, taskLabelBox(shape, context.measure), context, {
    style: taskLabelStyle,
    paint: inside && style === 'solid' ? readableOn(theme.fill(fill, 'solid'), theme) : plain,
    align: inside || shape.label_place === 'above' ? 'center' : 'left',
    wrap: inside,
  });
}

function drawTask(shape: TaskShape, context: DrawContext): readonly DrawItem[] {
  const { theme } = context;
  const { fill, stroke, style } = taskColors(shape);
  const line = { paint: theme.stroke(stroke), width: 1.25 };
  const area: DrawItem =
    shape.form === 'marker'
      ? { kind: 'path', path: outline(shape), fill: theme.stroke(stroke) }
      : { kind: 'path', path: outline(shape), fill: theme.fill(fill, style), stroke: line };
  if (!shape.text) return [area];
  return [area, ...(shape.crossed ? [labelGround(shape, context)] : []), ...placedTextItems(placed(shape, context), theme)];
}

/** Keeps a text beside its bar readable over lines. */
function labelGround(shape: TaskShape, { theme, measure }: DrawContext): DrawItem {
  const { x, y, w, h } = taskLabelBox(shape, measure);
  return { kind: 'path', path: roundedRectanglePath({ x: x - 3, y, w: w + 6, h }, 3), fill: withAlpha(theme.background, 0.75) };
}
