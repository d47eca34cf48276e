import type { Shape } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { roundedRectanglePath } from '@autograph/geometry';
import type { DrawItem, Theme } from '@autograph/render';
import { z } from 'zod';
import { strokeOf } from '../appearance.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

interface PictureShape extends Shape {
  /** Self-contained SVG markup, and what it is in the dark theme where that differs; or the id of a stored upload. */
  readonly svg?: string;
  readonly svg_dark?: string;
  readonly asset?: string;
}

const outline = (shape: Shape) => roundedRectanglePath(localBox(shape), shape.radius ?? 0);

/** Markup of a picture: larger would be no drawing. */
const markup = z.string().max(4_000_000).optional();

function image({ svg: usual, svg_dark, asset, w, h }: PictureShape, theme: Theme): readonly DrawItem[] {
  const box = { x: 0, y: 0, w, h };
  const placeholder = theme.fill('grey', 'soft');
  const svg = theme.id === 'dark' ? (svg_dark ?? usual) : usual;
  if (svg) return [{ kind: 'image', box, source: { kind: 'svg', svg }, placeholder }];
  return asset ? [{ kind: 'image', box, source: { kind: 'asset', id: asset }, placeholder }] : [];
}

export const manifest: ShapeDefinition<PictureShape> = {
  type: 'picture',
  label: 'Picture',
  schema: recordSchema('picture', { svg: markup, svg_dark: markup, asset: z.string().max(400).optional() }),
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
    const items = image(shape, theme);
    const picture: readonly DrawItem[] =
      items.length === 0
        ? [{ kind: 'path', path, fill: theme.fill('grey', 'soft') }]
        : shape.radius
          ? [{ kind: 'group', clip: path, items }]
          : items;
    return [...picture, ...(stroke ? [{ kind: 'path', path, stroke } as const] : [])];
  },
  filled: () => true,
  ofPicture: (picture) => picture,
};
