import type { Block } from '@autograph/document';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { arrange } from '../arrange.ts';
import { createBlockDeriver } from '../block-deriver.ts';

const measure = createTextMeasurer();

async function derived(body: string, head = '') {
  const source = `${head}stateDiagram-v2\n${body}`;
  const empty: Block = { id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  const block = { ...empty, layout: await arrange(empty, createLayouter(), measure) };
  return createBlockDeriver(measure).derive(block);
}

const shapesOf = async (body: string, head = '') => (await derived(body, head)).shapes.slice(1);
const named = async (body: string, id: string) => (await shapesOf(body)).find((shape) => shape.id === `bl_1/${id}`);

describe('shapes of a state diagram', () => {
  it('are a dot, boxes and arrows [F270]', async () => {
    const shapes = await shapesOf('[*]-->Active\nActive-->Inactive');
    expect(shapes.map(({ type, text }) => [type, text])).toEqual([
      ['node', undefined],
      ['simple-state', 'Active'],
      ['simple-state', 'Inactive'],
      ['arrow', undefined],
      ['arrow', undefined],
    ]);
    expect(shapes[0]).toMatchObject({ outline: 'f-circ' });
    expect(shapes[3]).toMatchObject({ start: { shape_id: 'bl_1/root_start' }, end: { shape_id: 'bl_1/Active' }, end_head: 'arrow' });
  });

  it('end in a bull’s eye, and carry the words of transitions', async () => {
    expect(await named('A --> [*] : done', 'root_end')).toMatchObject({ outline: 'fr-circ' });
    expect(await named('A --> [*] : done', 'A --> root_end')).toMatchObject({ text: 'done' });
  });

  it('stand in their composite state, with a start of its own [F271]', async () => {
    const shapes = await shapesOf('[*]-->Active\nstate Active { [*]-->Running }');
    const container = shapes.find(({ type }) => type === 'composite-state');
    expect(container).toMatchObject({ text: 'Active', parent_id: 'bl_1' });
    expect(shapes.filter(({ parent_id }) => parent_id === container?.id)).toMatchObject([{ outline: 'f-circ' }, { text: 'Running' }]);
  });

  it('are small diamonds at choices, with the conditions on the ways out [F296]', async () => {
    const body = 'state choice <<choice>>\nA --> choice\nchoice --> B : [n < 0]\nchoice --> C : [n >= 0]';
    const diamond = await named(body, 'choice');
    expect(diamond).toMatchObject({ outline: 'diam' });
    expect(diamond?.text).toBeUndefined();
    expect(diamond?.w).toBeLessThan(40);
    const ways = (await shapesOf(body)).filter(({ start }) => start?.shape_id === 'bl_1/choice');
    expect(ways.map(({ text }) => text)).toEqual(['[n < 0]', '[n >= 0]']);
  });

  it.each([
    ['TB', 'wide'],
    ['LR', 'high'],
  ])('are bars at forks and joins, across the way of a %s diagram [F297]', async (direction, form) => {
    const shapes = await shapesOf(
      `direction ${direction}\nstate fork <<fork>>\nstate join <<join>>\n[*] --> fork\nfork --> A\nfork --> B\nA --> join\nB --> join\njoin --> [*]`,
    );
    const bars = shapes.filter((shape) => 'outline' in shape && shape.outline === 'fork');
    expect(bars.map(({ w, h }) => (w > h ? 'wide' : 'high'))).toEqual([form, form]);
    const count = (end: 'start' | 'end', id: string) => shapes.filter((shape) => shape[end]?.shape_id === `bl_1/${id}`).length;
    expect([count('end', 'fork'), count('start', 'fork'), count('end', 'join'), count('start', 'join')]).toEqual([1, 2, 2, 1]);
  });

  it('list what is said of a state below its name', async () => {
    expect(await named('state "Door" as d\nd : entry / close', 'd')).toMatchObject({ text: 'Door', details: ['entry / close'] });
  });

  it('have dashed lines between regions that run at the same time', async () => {
    const shapes = await shapesOf('state Active {\n [*] --> A\n --\n [*] --> B\n --\n C\n}');
    const container = shapes.find(({ type }) => type === 'composite-state');
    expect(container).toMatchObject({ dividers: [expect.any(Array), expect.any(Array)] });
    expect(shapes.find(({ text }) => text === 'B')?.parent_id).toBe(container?.id);
  });

  it('tie notes to their states by dashed lines; others float', async () => {
    const shapes = await shapesOf('note right of A : mind\nnote "free" as N');
    expect(shapes.filter((shape) => 'outline' in shape && shape.outline === 'note').map(({ text }) => text)).toEqual(['mind', 'free']);
    expect(shapes.filter(({ type }) => type === 'arrow')).toMatchObject([{ stroke_style: 'dashed', start_head: 'none', end_head: 'none' }]);
  });

  it('have their notes right beside them', async () => {
    const shapes = await shapesOf('A --> B\nnote left of B : l\nnote right of B : r');
    const [b, left, right] = ['B', 'l', 'r'].flatMap((text) => shapes.find((shape) => shape.text === text) ?? []);
    expect(b && left && right && [left.x + left.w < b.x, b.x + b.w < right.x, Math.abs(left.y - right.y) < 2]).toEqual([true, true, true]);
  });

  it('have the colours of their classes and styles, and only links that are safe to follow', async () => {
    const body =
      'A --> B:::hot\nclassDef hot fill:tomato\nstyle A fill:#0f0\nclick A "https://a.org" "t"\nclick B "javascript:alert(1)" "t"';
    expect(await named(body, 'B')).toMatchObject({ fill: '#ff6347' });
    expect((await named(body, 'B'))?.text_spans).toBeUndefined();
    expect(await named(body, 'A')).toMatchObject({ fill: '#00ff00', text_spans: [{ from: 0, to: 1, link: 'https://a.org' }] });
  });

  it('stand in a frame when the diagram has a title', async () => {
    const shapes = await shapesOf('A --> B', '---\ntitle: Life\n---\n');
    expect(shapes[0]).toMatchObject({ type: 'frame', text: 'Life' });
    expect(shapes.find(({ text }) => text === 'A')?.parent_id).toBe(shapes[0]?.id);
  });

  it('all find a place, whatever holds what', async () => {
    const { unplaced, shapes } = await derived(
      'state A {\nB --> A\n}\nstate B {\nA\n}\nstate C {\nC --> D\n--\n}\nstate E {\n}\nnote left of E : x',
    );
    expect(unplaced).toEqual([]);
    for (const shape of shapes) expect(shapeSchema.safeParse(shape).error).toBeUndefined();
  });
});
