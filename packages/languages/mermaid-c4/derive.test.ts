import type { Block } from '@autograph/document';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { arrange } from '../arrange.ts';
import { createBlockDeriver } from '../block-deriver.ts';

const measure = createTextMeasurer();

async function shapesOf(source: string) {
  const empty: Block = { id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  const block = { ...empty, layout: await arrange(empty, createLayouter(), measure) };
  const { shapes, unplaced } = createBlockDeriver(measure).derive(block);
  expect(unplaced).toEqual([]);
  for (const shape of shapes) expect(shapeSchema.safeParse(shape).error).toBeUndefined();
  return shapes.slice(1);
}

describe('shapes of a C4 diagram', () => {
  it('are people, boxes, cylinders and queues that say what they are', async () => {
    const shapes = await shapesOf('C4Container\nPerson(a, "Ann", "pays")\nContainerDb(b, "Store", "SQL")\nSystemQueue_Ext(c, "Events")\n');
    expect(shapes).toMatchObject([
      { outline: 'person', text: '**Ann**\n*[Person]*\n\npays' },
      { outline: 'cyl', text: '**Store**\n*[Container: SQL]*' },
      { outline: 'h-cyl', text: '**Events**\n*[Software System]*' },
    ]);
    expect(shapes[2]?.fill).not.toBe(shapes[1]?.fill);
  });

  it('stand in dashed boundaries and solid deployment nodes, under the title', async () => {
    const shapes = await shapesOf(
      'C4Deployment\ntitle T\nNode(n, "Box", "Linux") {\n  Container(a, "A")\n}\nSystem_Boundary(s, "S") {\n  System(b, "B")\n}',
    );
    const [title, node, boundary] = shapes;
    expect(shapes.slice(0, 3)).toMatchObject([
      { type: 'frame', text: 'T' },
      { text: 'Box [Linux]', parent_id: title?.id },
      { text: 'S [SYSTEM]', stroke_style: 'dashed' },
    ]);
    expect(node?.stroke_style).toBeUndefined();
    expect(shapes.slice(3).map(({ parent_id }) => parent_id)).toEqual([node?.id, boundary?.id]);
  });

  it('are related in words and by what means, both ways or back, in numbers where order matters', async () => {
    const body =
      'System(a, "A")\nSystem(b, "B")\nRel(a, b, "uses", "HTTP")\nBiRel(b, b, "x")\nRel_Back(b, a, "y")\nUpdateRelStyle(a, b, $lineColor="red")';
    const arrows = (await shapesOf(`C4Dynamic\n${body}`)).filter(({ type }) => type === 'arrow');
    expect(arrows).toMatchObject([
      { text: '1: uses\n[HTTP]', end_head: 'triangle', start_head: 'none', stroke: '#ff0000' },
      { text: '2: x', end_head: 'triangle', start_head: 'triangle' },
      { text: '3: y', end_head: 'none', start_head: 'triangle' },
    ]);
  });

  it('all find a place, whatever holds what', async () => {
    expect(
      await shapesOf('C4Context\nBoundary(a, "A") {\nBoundary(a, "B") {\nPerson(a, "C")\nPerson(b, "D")\n}\n}\nRel(b, nobody, "x")'),
    ).toHaveLength(2);
  });
});
