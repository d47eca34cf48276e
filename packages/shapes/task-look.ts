import type { PaletteColor, Shape } from '@autograph/document';
import type { Box, TextMeasurer, TextStyle } from '@autograph/geometry';

export const taskForms = ['bar', 'milestone', 'marker'] as const;
export const taskStates = ['planned', 'active', 'done'] as const;
export const labelPlaces = ['inside', 'right', 'left', 'above'] as const;

/** A task of a schedule: a bar as long as it takes, a milestone's diamond, or a marker's line through all rows. */
export interface TaskShape extends Shape {
  readonly form: (typeof taskForms)[number];
  readonly state: (typeof taskStates)[number];
  /** On the critical path. */
  readonly critical?: boolean;
  /** A line runs behind its text. */
  readonly crossed?: boolean;
  /** Where its text stands. */
  readonly label_place: (typeof labelPlaces)[number];
}

export const taskLabelStyle: TextStyle = { font: 'sans', size: 13 };
/** Clear space between a bar's edge and its text, inside, and outside where an arrow may leave, px. */
export const taskLabelGap = { inside: 7, outside: 12 } as const;

/** Width of a task's text, px. */
export function taskLabelWidth(text: string, measure: TextMeasurer): number {
  return Math.ceil(measure.width(text, taskLabelStyle));
}

/** Where a task's text stands, in the shape's own coordinates, px. */
export function taskLabelBox({ w, h, text = '', label_place: place }: TaskShape, measure: TextMeasurer): Box {
  const width = taskLabelWidth(text, measure);
  const height = Math.ceil(measure.lineHeight(taskLabelStyle));
  if (place === 'inside') return { x: 0, y: 0, w, h };
  if (place === 'above') return { x: w / 2 - width / 2, y: -height - 2, w: width, h: height };
  return { x: place === 'right' ? w + taskLabelGap.outside : -taskLabelGap.outside - width, y: (h - height) / 2, w: width, h: height };
}

/** What tells a task's state: critical ones are red, done ones lose their colour, active ones and milestones are full. */
export function taskColors({ form, state, critical }: Pick<TaskShape, 'form' | 'state' | 'critical'>): {
  readonly fill: PaletteColor;
  readonly stroke: PaletteColor;
  readonly style: 'soft' | 'solid';
} {
  const usual = form === 'bar' ? 'blue' : 'purple';
  const color = critical ? 'red' : usual;
  if (state === 'done') return { fill: 'grey', stroke: critical ? 'red' : 'grey', style: form === 'bar' ? 'soft' : 'solid' };
  return { fill: color, stroke: color, style: state === 'active' || form !== 'bar' ? 'solid' : 'soft' };
}
