import { ColorRecord } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { type Box, ellipsePath, expandBox, type Path, roundedRectanglePath, unionBoxes } from '@autograph/geometry';
import { createTextMeasurer, type DrawItem, textItems } from '@autograph/render';
import { z } from 'zod';
import {
  type CommitShape,
  commitLabelBox,
  commitLabelLayout,
  commitLabelPlaces,
  commitLabelStyle,
  commitMarks,
  widestCommitLabel,
} from '../commit-look.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';
import { drawMark } from './draw-mark.ts';

/** What paints beyond a dot is asked for where no measurer is at hand. */
const letters = createTextMeasurer();

/** A commit of a git graph. */
export const manifest: ShapeDefinition<CommitShape> = {
  type: 'commit-dot',
  label: 'Commit',
  schema: recordSchema('commit-dot', {
    mark: z.enum(commitMarks),
    merge: z.boolean().optional(),
    fill: ColorRecord.optional(),
    label_place: z.enum(commitLabelPlaces),
  }),
  defaults: { w: 20, h: 20, mark: 'normal', label_place: 'below' },
  resizable: false,
  rotatable: false,
  bindable: true,
  container: false,
  oneLine: true,
  fields: [],
  outline,
  paintBounds: (shape) => expandBox(unionBoxes([localBox(shape), labelBox(shape)]) ?? localBox(shape), 2),
  draw: (shape, context) => [...drawMark(shape, outline(shape), context.theme), ...drawLabel(shape, context)],
  filled: () => true,
  labelBox,
  spoken: ({ text, merge, mark }) => [text ?? '', ...(merge ? ['merge'] : []), ...(mark === 'normal' ? [] : [mark])].join(', '),
  textBox: (shape, { measure }) => {
    const { x, y, w, h } = commitLabelBox(shape, measure);
    const least = measure.lineHeight(commitLabelStyle);
    return { x: w < 40 ? x + w / 2 - 20 : x, y, w: Math.max(40, w), h: Math.max(least, shape.label_place === 'slanted' ? least : h) };
  },
};

function labelBox(shape: CommitShape): Box {
  return commitLabelBox(shape, letters);
}

function outline(shape: CommitShape): Path {
  return shape.mark === 'highlight' ? roundedRectanglePath(localBox(shape), 4) : ellipsePath(localBox(shape));
}

function drawLabel(shape: CommitShape, { theme, measure }: DrawContext): readonly DrawItem[] {
  if (!shape.text) return [];
  const layout = commitLabelLayout(shape.text, shape.label_place, measure);
  const box = commitLabelBox(shape, measure);
  if (shape.label_place !== 'slanted')
    return textItems(layout, { paint: theme.text, x: shape.label_place === 'below' ? (shape.w - widestCommitLabel) / 2 : box.x, y: box.y });
  // Its end is at the dot, and it rises towards it.
  const end = { x: box.x + box.w, y: box.y };
  const items = textItems(layout, { paint: theme.text, x: end.x - layout.width, y: end.y });
  return [{ kind: 'group', items, rotation: -45, cx: end.x, cy: end.y }];
}
