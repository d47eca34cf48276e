import type { Block } from '@autograph/document';
import { DocumentStore, SceneGraph } from '@autograph/editor';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { connectorLabelBox } from '@autograph/shapes/connector-label.ts';
import { connectorRoute } from '@autograph/shapes/connector-route.ts';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { arrange } from '../arrange.ts';
import { createBlockDeriver } from '../block-deriver.ts';

const measure = createTextMeasurer();

async function placed(source: string): Promise<Block> {
  const empty: Block = { id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  return { ...empty, layout: await arrange(empty, createLayouter(), measure) };
}

const shapesOf = async (source: string) => createBlockDeriver(measure).derive(await placed(source));

describe('shapes of an entity relationship diagram', () => {
  it('draws tables joined by a labelled line with crow’s feet [F266] [F267]', async () => {
    const { shapes, unplaced } = await shapesOf('erDiagram\n  USER ||--o{ ORDER : places\n  USER {\n    int id PK\n  }');
    expect(unplaced).toEqual([]);
    const tables = shapes.filter(({ type }) => type === 'entity');
    expect(tables.map(({ text }) => text)).toEqual(['USER', 'ORDER']);
    expect(tables[0]).toMatchObject({ rows: [{ type: 'int', name: 'id', keys: ['PK'], comment: '' }] });
    expect(shapes.filter(({ type }) => type === 'arrow')).toMatchObject([
      {
        text: 'places',
        start: { shape_id: 'bl_1/USER' },
        end: { shape_id: 'bl_1/ORDER' },
        start_head: 'only_one',
        end_head: 'zero_or_many',
        stroke_style: 'solid',
      },
    ]);
  });

  it.each([
    ['|o', 'o|', 'zero_or_one'],
    ['||', '||', 'only_one'],
    ['}o', 'o{', 'zero_or_many'],
    ['}|', '|{', 'one_or_many'],
  ])('marks both ends of %s--%s with %s [F267]', async (left, right, head) => {
    const { shapes } = await shapesOf(`erDiagram\n  A ${left}--${right} B : r`);
    expect(shapes.find(({ type }) => type === 'arrow')).toMatchObject({ start_head: head, end_head: head });
  });

  it('dashes what is not identifying', async () => {
    const { shapes } = await shapesOf('erDiagram\n  A }|..o| B : r');
    expect(shapes.find(({ type }) => type === 'arrow')).toMatchObject({
      stroke_style: 'dashed',
      start_head: 'one_or_many',
      end_head: 'zero_or_one',
    });
  });

  it('sets the names of relations where the layout left room for them', async () => {
    const pairs = ['prices', 'items', 'lines', 'stock', 'reviews'].map(
      (name) => `  variants ||--o{ ${name} : variant_id\n  orders ||..o{ ${name} : order_id`,
    );
    const block = await placed(`erDiagram\n  direction LR\n${pairs.join('\n')}`);
    const store = new DocumentStore();
    store.apply({ blocks: [[block.id, block]] }, 'remote');
    const scene = new SceneGraph(store, new Map(shapeDefinitions.map((one) => [one.type, one])), createBlockDeriver(measure));
    const arrows = scene.descendants(block.id).filter(({ type }) => type === 'arrow');
    expect(arrows).toHaveLength(10);
    for (const arrow of arrows) {
      const { x, y, w, h } = connectorLabelBox(arrow, connectorRoute(arrow, scene), measure);
      const room = block.layout[arrow.id.slice('bl_1/'.length)];
      expect(Math.hypot(x + w / 2 - (room?.x ?? 0), y + h / 2 - (room?.y ?? 0))).toBeLessThan(8);
    }
  });

  it('puts tables of a subgraph into its frame', async () => {
    const { shapes } = await shapesOf('erDiagram\n  subgraph S [Sales]\n    A ||--|| B : r\n  end\n  C ||--|| A : s');
    const frame = shapes.find(({ type }) => type === 'frame');
    expect(frame?.text).toBe('Sales');
    const inside = shapes.filter(({ parent_id }) => parent_id === frame?.id);
    expect(inside.map(({ text }) => text)).toEqual(['A', 'B']);
    for (const { x, y, w, h } of inside) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(frame?.w ?? 0);
      expect(y + h).toBeLessThanOrEqual(frame?.h ?? 0);
    }
  });

  it('colours tables as their classes and styles say', async () => {
    const { shapes } = await shapesOf(
      'erDiagram\n  A:::hot\n  B\n  classDef hot fill:tomato,stroke-width:3px\n  style B fill:#0f0,color:#fff',
    );
    expect(shapes.find(({ text }) => text === 'A')).toMatchObject({ fill: '#ff6347', stroke_width: 3 });
    expect(shapes.find(({ text }) => text === 'B')).toMatchObject({ fill: '#00ff00', text_color: '#ffffff' });
  });

  it('makes only shapes that the shapes’ own schemas accept', async () => {
    const { shapes } = await shapesOf('erDiagram\n  "A b" ||--o{ C : "x y"\n  C {\n    List~int~ ids FK "#35;1"\n  }');
    for (const shape of shapes) expect(shapeSchema.safeParse(shape).error).toBeUndefined();
  });
});
