import type { Block } from '@autograph/document';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { arrange } from '../arrange.ts';
import { createBlockDeriver } from '../block-deriver.ts';

const measure = createTextMeasurer();

async function shapesOf(body: string, head = '') {
  const source = `${head}requirementDiagram\n${body}`;
  const empty: Block = { id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  const block = { ...empty, layout: await arrange(empty, createLayouter(), measure) };
  const { shapes, unplaced } = createBlockDeriver(measure).derive(block);
  expect(unplaced).toEqual([]);
  for (const shape of shapes) expect(shapeSchema.safeParse(shape).error).toBeUndefined();
  return shapes.slice(1);
}

describe('shapes of a requirement diagram', () => {
  it('have their kind above the name, and their fields below', async () => {
    const [first, second] = await shapesOf(
      'designConstraint a {\nid: 1\ntext: "**so** it is"\nrisk: low\n}\nelement "e f" {\ntype: doc\n}\n',
    );
    expect(first).toMatchObject({
      type: 'class-box',
      text: 'a',
      stereotypes: ['Design Constraint'],
      attributes: [{ text: 'Id: 1' }, { text: 'Text: so it is' }, { text: 'Risk: Low' }],
    });
    expect(second).toMatchObject({ text: 'e f', stereotypes: ['Element'], attributes: [{ text: 'Type: doc' }] });
  });

  it('wrap long texts', async () => {
    const [shape] = await shapesOf(`requirement a {\ntext: ${'many words '.repeat(30)}\n}\n`);
    expect(shape?.w).toBeLessThan(320);
    expect(shape?.h).toBeGreaterThan(150);
  });

  it('are related by dashed arrows with their name, and what contains by a circled plus', async () => {
    const shapes = await shapesOf('requirement a {\n}\nelement b {\n}\nb - satisfies -> a\na - contains -> b\na - traces -> nobody\n');
    expect(shapes.filter(({ type }) => type === 'arrow')).toMatchObject([
      { text: '«satisfies»', end_head: 'arrow', stroke_style: 'dashed', start: { shape_id: 'bl_1/b' } },
      { text: '«contains»', start_head: 'circle_plus', end_head: 'none' },
    ]);
  });

  it('stand in a frame when there is a title, in the colours that the text gives', async () => {
    const shapes = await shapesOf('requirement a {\n}\nstyle a fill:#f00\n', '---\ntitle: T\n---\n');
    expect(shapes).toMatchObject([
      { type: 'frame', text: 'T' },
      { parent_id: shapes[0]?.id, fill: '#ff0000' },
    ]);
  });
});
