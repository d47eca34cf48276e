import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { type Path, rectanglePath, roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, mixColors, readableOn } from '@autograph/render';
import { z } from 'zod';
import { type LifelineShape, participantTypes } from '../lifeline-head.ts';
import { recordSchema } from '../record-schema.ts';
import { drawHead, type HeadPaint } from './draw-head.ts';

export const manifest: ShapeDefinition<LifelineShape> = {
  type: 'lifeline',
  label: 'Lifeline',
  schema: recordSchema('lifeline', {
    participant_type: z.enum(participantTypes),
    head: z.number().min(0).max(10_000),
    foot: z.boolean().optional(),
    destroyed: z.boolean().optional(),
  }),
  defaults: { w: 120, h: 240, head: 44, participant_type: 'participant' },
  resizable: false,
  rotatable: false,
  bindable: true,
  container: false,
  fields: ['fill', 'stroke', 'text_color', 'opacity'],
  outline: (shape) => {
    const strip = rectanglePath({ x: shape.w / 2 - 1, y: shape.head, w: 2, h: Math.max(0, lineEnd(shape) - shape.head) });
    return [...roundedRectanglePath({ x: 0, y: 0, w: shape.w, h: shape.head }, 8), ...strip];
  },
  paintBounds: ({ w, h }) => ({ x: -10, y: -2, w: w + 20, h: h + 12 }),
  draw: (shape, context) => drawLifeline(shape, context),
  filled: () => true,
  textBox: ({ w, head }) => ({ x: 0, y: 0, w, h: head }),
};

function lineEnd({ h, head, foot }: LifelineShape): number {
  return foot ? h - head : h;
}

function drawLifeline(shape: LifelineShape, context: DrawContext): readonly DrawItem[] {
  const { theme } = context;
  const fill = shape.fill === 'none' ? theme.background : theme.fill(shape.fill ?? 'blue', 'soft');
  const line = theme.stroke(shape.stroke === undefined || shape.stroke === 'none' ? 'blue' : shape.stroke);
  const ink = shape.text_color ? theme.stroke(shape.text_color) : readableOn(fill, theme);
  const paint: HeadPaint = { fill, ink, stroke: { paint: line, width: shape.stroke_width ?? 1.5 } };
  const head = (y: number) => drawHead({ x: 0, y, w: shape.w, h: shape.head }, shape.text ?? '', shape.participant_type, paint, context);
  const end = lineEnd(shape);
  const c = shape.w / 2;
  const stem: Path = [
    ['M', c, shape.head],
    ['L', c, end],
  ];
  const cross: Path = [
    ['M', c - 8, end - 8],
    ['L', c + 8, end + 8],
    ['M', c - 8, end + 8],
    ['L', c + 8, end - 8],
  ];
  return [
    { kind: 'path', path: stem, stroke: { paint: mixColors(theme.stroke('grey'), theme.background, 0.35), width: 1.25, dash: [6, 5] } },
    ...head(0),
    ...(shape.foot ? head(end) : []),
    ...(shape.destroyed ? [{ kind: 'path', path: cross, stroke: { paint: theme.stroke('red'), width: 2 } } as const] : []),
  ];
}
