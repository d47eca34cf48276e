import type { Shape } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { type Path, roundedPolylinePath } from '@autograph/geometry';
import { strokeOf } from '../appearance.ts';
import { recordSchema } from '../record-schema.ts';

/** Radius of a way's bends, px. */
const bend = 14;

/** The way from a commit to the next one: through its points, which are in its own coordinates. */
export const manifest: ShapeDefinition = {
  type: 'commit-link',
  label: 'History',
  schema: recordSchema('commit-link', {}),
  defaults: { w: 60, h: 0, points: [] },
  resizable: false,
  rotatable: false,
  bindable: false,
  container: false,
  fields: [],
  outline: way,
  paintBounds: ({ w, h }) => ({ x: -3, y: -3, w: w + 6, h: h + 6 }),
  draw: (shape, { theme }) => {
    const stroke = strokeOf({ stroke_width: 3, ...shape }, theme);
    // As full as the dots that it joins.
    const paint = theme.fill(shape.stroke === 'none' ? undefined : shape.stroke, 'solid');
    return stroke ? [{ kind: 'path', path: way(shape), stroke: { ...stroke, paint } }] : [];
  },
  filled: () => false,
};

function way({ points = [] }: Shape): Path {
  return roundedPolylinePath(
    points.map(([x = 0, y = 0]) => ({ x, y })),
    bend,
  );
}
