import { expect, it } from 'vitest';
import { z } from 'zod';
import { limits } from './limits.ts';
import { shapeProperties } from './records.ts';
import type { Shape } from './shape.ts';
import { storableShape } from './sound-shape.ts';

const schemas = (type: string): z.ZodType<Shape> | undefined =>
  type === 'box'
    ? z.strictObject({ ...shapeProperties, type: z.literal('box'), text: z.string().max(limits.shapeText).optional() })
    : undefined;

const box: Shape = { id: 'sh_1', type: 'box', x: 1, y: 2, w: 30, h: 40, rotation: 0, parent_id: null, index: 'a0' };

it('takes a shape from outside as it is when its kind knows all of it', () => {
  expect(storableShape(box, schemas)).toEqual(box);
});

it('leaves out what its kind does not have', () => {
  const newer = { ...box, glow: 3 };
  expect(storableShape(newer, schemas)).toEqual(box);
});

it.each([
  ['a kind that does not exist', { ...box, type: 'hologram' }],
  ['a text beyond the limit', { ...box, text: 'x'.repeat(limits.shapeText + 1) }],
])('makes a placeholder of %s, and keeps it', (_, shape) => {
  const placeholder = storableShape(shape, schemas);
  expect(placeholder).toMatchObject({ id: 'sh_1', type: 'placeholder', x: 1, y: 2 });
  expect('kept' in placeholder && typeof placeholder.kept === 'string' && placeholder.kept.length).toBeGreaterThan(2);
});
