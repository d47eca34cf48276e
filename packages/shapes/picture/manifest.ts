import type { Shape } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { roundedRectanglePath } from '@autograph/geometry';
import type { DrawItem } from '@autograph/render';
import { z } from 'zod';
import { strokeOf } from '../appearance.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

interface PictureShape extends Shape {
  /** Self-contained SVG markup; or the id of a stored upload. */
  readonly svg?: string;
  readonly asset?: string;
}

const outline = (shape: Shape) => roundedRectanglePath(localBox(shape), shape.radius ?? 0);

function image({ svg, asset, w, h }: PictureShape, placeholder: string): readonly DrawItem[] {
  const box = { x: 0, y: 0, w, h };
  if (svg) return [{ kind: 'image', box, source: { kind: 'svg', svg }, placeholder }];
  return asset ? [{ kind: 'image', box, source: { kind: 'asset', id: asset }, placeholder }] : [];
}

export const manifest: ShapeDefinition<PictureShape> = {
  type: 'picture',
  label: 'Picture',
  schema: recordSchema('picture', { svg: z.string().max(4_000_000).optional(), asset: z.string().max(400).optional() }),
  defaults: { w: 240, h: 160, stroke: 'none' },
  resizable: true,
  rotatable: true,
  bindable: true,
  container: false,
  fields: ['radius', 'stroke', 'stroke_width', 'opacity'],
  outline,
  draw(shape, { theme }) {
    const path = outline(shape);
    const stroke = strokeOf(shape, theme, 'none');
    const empty = theme.fill('grey', 'soft');
    const items = image(shape, empty);
    const picture: readonly DrawItem[] =
      items.length === 0 ? [{ kind: 'path', path, fill: empty }] : shape.radius ? [{ kind: 'group', clip: path, items }] : items;
    return [...picture, ...(stroke ? [{ kind: 'path', path, stroke } as const] : [])];
  },
  filled: () => true,
  ofPicture: (picture) => picture,
};
