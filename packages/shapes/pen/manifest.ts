import type { ShapeDefinition } from '@autograph/editor';
import { look } from '../appearance.ts';
import { recordSchema } from '../record-schema.ts';
import { scaleTrack, strokeOutline, trackPath } from './track.ts';

/** A freehand stroke. */
export const manifest: ShapeDefinition = {
  type: 'pen',
  label: 'Pen stroke',
  schema: recordSchema('pen', {}),
  defaults: { w: 0, h: 0, points: [] },
  resizable: true,
  rotatable: true,
  bindable: false,
  container: false,
  fields: ['stroke', 'stroke_width', 'opacity'],
  tool: { key: 'p', icon: 'pencil', label: 'Pen', gesture: 'freehand', rank: 75 },
  outline: trackPath,
  paintBounds({ w, h, stroke_width }) {
    const reach = 2 + 2.4 * (stroke_width ?? look.strokeWidth);
    return { x: -reach, y: -reach, w: w + 2 * reach, h: h + 2 * reach };
  },
  draw: (shape, { theme }) => [
    { kind: 'path', path: strokeOutline(shape), fill: theme.stroke(shape.stroke === 'none' ? undefined : shape.stroke) },
  ],
  filled: () => false,
  resized: (before, box) => ({
    points: scaleTrack(before.points ?? [], before.w > 0 ? box.w / before.w : 1, before.h > 0 ? box.h / before.h : 1),
  }),
};
