import type { Block } from '@autograph/document';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { arrange } from '../arrange.ts';
import { createBlockDeriver } from '../block-deriver.ts';

const measure = createTextMeasurer();

async function shapesOf(source: string) {
  const empty: Block = { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  const block = { ...empty, layout: await arrange(empty, createLayouter(), measure) };
  const { shapes, unplaced } = createBlockDeriver(measure).derive(block);
  expect(unplaced).toEqual([]);
  for (const shape of shapes) expect(shapeSchema.safeParse(shape).error).toBeUndefined();
  return shapes.slice(1);
}

describe('shapes of an architecture diagram', () => {
  it('are cards with icons in titled frames, and dots for junctions', async () => {
    const shapes = await shapesOf(
      'architecture-beta\ntitle Shop\ngroup api(cloud)[API]\nservice db(database)[Data] in api\nservice s3(logos:aws-s3)\njunction j',
    );
    expect(shapes).toMatchObject([
      { type: 'frame', text: 'Shop' },
      { type: 'frame', text: 'API', parent_id: 'b/: title' },
      { type: 'node', icon: 'general:database', icon_form: 'card', text: 'Data', parent_id: 'b/api' },
      { type: 'node', icon: 'tech:aws-s3', parent_id: 'b/: title' },
      { type: 'node', outline: 'f-circ' },
    ]);
  });

  it('are joined at the sides that the text says, or at the border of a group', async () => {
    const shapes = await shapesOf('architecture-beta\ngroup g\nservice a in g\nservice b\nservice c\na{group}:R -[x]-> L:b\nb:T <-- R:c');
    expect(shapes.filter(({ type }) => type === 'arrow')).toMatchObject([
      { start: { shape_id: 'b/g', anchor: { x: 1 } }, end: { shape_id: 'b/b', anchor: { x: 0, y: 0.5 } }, end_head: 'triangle', text: 'x' },
      { start: { anchor: { x: 0.5, y: 0 } }, end: { anchor: { x: 1, y: 0.5 } }, start_head: 'triangle', end_head: 'none' },
    ]);
  });
});
