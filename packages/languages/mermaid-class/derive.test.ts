import type { Block } from '@autograph/document';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { arrange } from '../arrange.ts';
import { createBlockDeriver } from '../block-deriver.ts';

const measure = createTextMeasurer();

async function derived(source: string) {
  const empty: Block = { id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  const block = { ...empty, layout: await arrange(empty, createLayouter(), measure) };
  return createBlockDeriver(measure).derive(block);
}

const shapesOf = async (source: string) => (await derived(source)).shapes;
const arrowOf = async (line: string) => (await shapesOf(`classDiagram\n${line}`)).find(({ type }) => type === 'arrow');

describe('shapes of a class diagram', () => {
  it('have attributes and methods in compartments, with the stereotype above the name [F268] [F294] [F295]', async () => {
    const [, shape] = await shapesOf('classDiagram\nclass User~T~ {\n <<abstract>>\n +String name\n -find(id)$ User\n #check()*\n}');
    expect(shape).toMatchObject({
      type: 'class-box',
      text: 'User<T>',
      stereotypes: ['abstract'],
      attributes: [{ text: '+String name' }],
      methods: [
        { text: '-find(id) : User', static: true },
        { text: '#check()', abstract: true },
      ],
    });
  });

  it.each([
    ['A <|-- B', 'triangle_open', 'none', 'solid'],
    ['A ..|> B', 'none', 'triangle_open', 'dashed'],
    ['A *-- B', 'diamond', 'none', 'solid'],
    ['A --o B', 'none', 'diamond_open', 'solid'],
    ['A --> B', 'none', 'arrow', 'solid'],
    ['A <..> B', 'arrow', 'arrow', 'dashed'],
    ['A --() B', 'none', 'circle_open', 'solid'],
    ['A .. B', 'none', 'none', 'dashed'],
  ])('show %s with the heads of UML [F269]', async (line, start_head, end_head, stroke_style) => {
    expect(await arrowOf(line)).toMatchObject({ start_head, end_head, stroke_style });
  });

  it('loop beside a class that is related to itself, where there is room for the words', async () => {
    const loop = await arrowOf('A --> A : parent');
    expect(loop).toMatchObject({ text: 'parent' });
    expect(loop?.points?.length).toBe(2);
    expect(loop).not.toHaveProperty('label_side');
  });

  it('have cardinalities at the ends of a relation and its label between', async () => {
    expect(await arrowOf('A "1" --> "0..*" B : owns')).toMatchObject({ start_label: '1', end_label: '0..*', text: 'owns' });
  });

  it('stand in the frames of their namespaces and of the titled diagram', async () => {
    const shapes = await shapesOf('---\ntitle: Shop\n---\nclassDiagram\nnamespace Sales.Core {\n class A\n note "n"\n}\nA --> B');
    const frame = (text: string) => shapes.find((shape) => shape.type === 'frame' && shape.text === text);
    expect(shapes.find(({ text }) => text === 'A')?.parent_id).toBe(frame('Core')?.id);
    expect(shapes.find(({ text }) => text === 'n')?.parent_id).toBe(frame('Core')?.id);
    expect(frame('Core')?.parent_id).toBe(frame('Sales')?.id);
    expect(frame('Sales')?.parent_id).toBe(frame('Shop')?.id);
    expect(shapes.find(({ text }) => text === 'B')?.parent_id).toBe(frame('Shop')?.id);
  });

  it('show namespaces side by side under their full names when the text asks for it', async () => {
    const shapes = await shapesOf(
      '---\nconfig:\n  class:\n    hierarchicalNamespaces: false\n---\nclassDiagram\nnamespace A.B {\n class X\n}\nnamespace A {\n class Y\n}',
    );
    expect(shapes.filter(({ type }) => type === 'frame').map(({ text, parent_id }) => [text, parent_id])).toEqual([
      ['A', 'bl_1'],
      ['A.B', 'bl_1'],
    ]);
  });

  it('have the colours of their classes and styles, and only links that are safe to follow', async () => {
    const shapes = await shapesOf(
      'classDiagram\nclass A:::hot\nclass B\nstyle B fill:#0f0\nclassDef hot fill:tomato\nlink A "https://a.org"\nlink B "javascript:alert(1)"',
    );
    expect(shapes.find(({ text }) => text === 'A')).toMatchObject({
      fill: '#ff6347',
      text_spans: [{ from: 0, to: 1, link: 'https://a.org' }],
    });
    const b = shapes.find(({ text }) => text === 'B');
    expect(b).toMatchObject({ fill: '#00ff00' });
    expect(b?.text_spans).toBeUndefined();
  });

  it('tie a note to its class by a dashed line', async () => {
    const { shapes, unplaced } = await derived('classDiagram\nnote for A "so"\nclass A\nnote for Nobody "lost"');
    expect(unplaced).toEqual([]);
    expect(shapes.filter(({ type }) => type === 'arrow')).toMatchObject([
      { start: { shape_id: 'bl_1/note`A' }, end: { shape_id: 'bl_1/A' }, stroke_style: 'dashed', start_head: 'none', end_head: 'none' },
    ]);
  });

  it('are such as the shapes’ own schemas accept', async () => {
    const shapes = await shapesOf(
      'classDiagram\nnamespace N {\n class `a b`~T~["L"]\n}\n`a b` "1" --() "2" i : x\n`a b` : <b>go</b>(x)\nnote "y"\nclassDef default fill:#fff',
    );
    for (const shape of shapes) expect(shapeSchema.safeParse(shape).error).toBeUndefined();
  });
});
