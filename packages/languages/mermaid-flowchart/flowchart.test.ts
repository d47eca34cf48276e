import type { Block, Shape } from '@autograph/document';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange } from '../arrange.ts';
import { createBlockDeriver } from '../block-deriver.ts';
import { answer } from './answer.ts';
import { readFlowchart } from './read.ts';

const measure = createTextMeasurer();
const layouter = createLayouter();

async function shapesOf(source: string): Promise<ReadonlyMap<string, Shape>> {
  const block: Block = { id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  const placed = { ...block, layout: await arrange(block, layouter, measure) };
  const { shapes, unplaced, diagnostics } = createBlockDeriver(measure).derive(placed);
  expect(unplaced).toEqual([]);
  expect(diagnostics).toEqual([]);
  for (const shape of shapes) expect(shapeSchema.safeParse(shape).error).toBeUndefined();
  return new Map(shapes.map((shape) => [shape.origin?.node_id ?? shape.id, shape]));
}

function model(source: string) {
  const answered = answer(source);
  if (!answered.accepted || answered.form?.kind !== 'flowchart') throw new Error(answered.accepted ? 'no form' : answered.message);
  return answered.form;
}

function problem(source: string) {
  const parsed = readFlowchart(source);
  return parsed.ok ? undefined : parsed.diagnostics[0];
}

describe('flowcharts as shapes', () => {
  it('draws two nodes and a bound arrow from a line of text [F259][F260]', async () => {
    const shapes = await shapesOf('graph TD; A-->B');
    expect(shapes.get('A')).toMatchObject({ type: 'node', text: 'A', parent_id: 'bl_1' });
    expect(shapes.get('B')).toMatchObject({ type: 'node', text: 'B' });
    expect(shapes.get('A->B')).toMatchObject({
      type: 'arrow',
      start: { shape_id: 'bl_1/A' },
      end: { shape_id: 'bl_1/B' },
      start_head: 'none',
      end_head: 'triangle',
    });
    expect(shapes.get('B')?.y).toBeGreaterThan((shapes.get('A')?.y ?? 0) + (shapes.get('A')?.h ?? 0));
  });

  it('draws decisions as diamonds with labelled branches [F261]', async () => {
    const shapes = await shapesOf('flowchart TD\n  A{Decision?}-->|Yes|B\n  A -- No --> C');
    expect(shapes.get('A')).toMatchObject({ outline: 'diam', text: 'Decision?' });
    expect(shapes.get('A->B')).toMatchObject({ text: 'Yes', end: { shape_id: 'bl_1/B' } });
    expect(shapes.get('A->C')?.text).toBe('No');
  });

  it('frames subgraphs around exactly their members [F262]', async () => {
    const shapes = await shapesOf('flowchart TD\n  subgraph S1\n    A-->B\n  end\n  B-->C');
    const frame = shapes.get('S1');
    expect(frame).toMatchObject({ type: 'frame', text: 'S1' });
    expect([...shapes.values()].filter((shape) => shape.parent_id === 'bl_1/S1').map((shape) => shape.text)).toEqual(['A', 'B']);
    const member = shapes.get('B');
    expect((member?.x ?? 0) + (member?.w ?? 0)).toBeLessThanOrEqual(frame?.w ?? 0);
    expect((member?.y ?? 0) + (member?.h ?? 0)).toBeLessThanOrEqual(frame?.h ?? 0);
  });

  it('colours single nodes by style lines and classes [F290]', async () => {
    const shapes = await shapesOf(
      'flowchart LR\n A-->B-->C:::hot\n style A fill:#f9f,stroke:#333\n style B fill:#0f0\n classDef hot stroke:red,color:#123456',
    );
    expect(shapes.get('A')).toMatchObject({ fill: '#ff99ff', stroke: '#333333' });
    expect(shapes.get('B')).toMatchObject({ fill: '#00ff00' });
    expect(shapes.get('B')?.stroke).not.toBe('#333333');
    expect(shapes.get('C')).toMatchObject({ stroke: '#ff0000', text_color: '#123456' });
  });

  it('picks outlines by brackets [F291]', async () => {
    const shapes = await shapesOf('flowchart LR\n A[Rectangle] --> B(Rounded) --> C{Diamond} --> D((Circle))');
    const seen = ['A', 'B', 'C', 'D'].map((id) => [Reflect.get(shapes.get(id) ?? {}, 'outline'), shapes.get(id)?.text]);
    expect(seen).toEqual([
      ['rect', 'Rectangle'],
      ['rounded', 'Rounded'],
      ['diam', 'Diamond'],
      ['circle', 'Circle'],
    ]);
  });

  it('shows every kind of line and head', async () => {
    const shapes = await shapesOf('flowchart LR\n A-.->B\n A==>C\n A---D\n A o--o E\n A<-->F\n A--xG\n A~~~H');
    expect(shapes.get('A->B')?.stroke_style).toBe('dashed');
    expect(shapes.get('A->C')?.stroke_width).toBe(3);
    expect(shapes.get('A->D')?.end_head).toBe('none');
    expect(shapes.get('A->E')).toMatchObject({ start_head: 'circle', end_head: 'circle' });
    expect(shapes.get('A->F')).toMatchObject({ start_head: 'triangle', end_head: 'triangle' });
    expect(shapes.get('A->G')?.end_head).toBe('cross');
    expect(shapes.get('A->H')?.hidden).toBe(true);
  });

  it('folds a collapsed subgraph into one node', async () => {
    const shapes = await shapesOf('flowchart LR\n X-->A\n subgraph s [Big]\n A-->B\n end\n s@{ view: collapsed }');
    expect(shapes.get('s')).toMatchObject({ type: 'node', text: 'Big' });
    expect(shapes.has('A')).toBe(false);
    expect(shapes.get('X->A')?.end?.shape_id).toBe('bl_1/s');
  });
});

describe('flowchart grammar', () => {
  it('reads chains, lists and edge ids', () => {
    const { edges } = model('flowchart LR\n a --> b & c--> d\n A e1@--> B\n e1@{ animate: true }');
    expect(edges.map(({ from, to }) => `${from}${to}`)).toEqual(['ab', 'ac', 'bd', 'cd', 'AB']);
  });

  it('reads shapes, labels and icons from metadata, in one line or several', () => {
    const { nodes } = model(
      'flowchart TD\n A@{ shape: cyl, label: "My, db" }\n B@{\n  shape: lean-r\n  label: In\n }\n C@{ icon: "aws:amazon-ec2" }',
    );
    expect(nodes).toEqual([
      { id: 'A', label: 'My, db', shape: 'cyl' },
      { id: 'B', label: 'In', shape: 'lean-r' },
      { id: 'C', label: '', shape: 'icon' },
    ]);
  });

  it('gives a node to the subgraph that ends first', () => {
    const { groups } = model('flowchart TB\n subgraph out\n  x\n  subgraph in [The inner]\n   x --> y\n  end\n end');
    expect(groups).toEqual([
      { id: 'in', title: 'The inner', members: ['x', 'y'] },
      { id: 'out', title: 'out', members: ['in'] },
    ]);
  });

  it('passes over front matter, directives and comments', () => {
    const source = '---\ntitle: T\n---\n%%{init: {"theme":"dark"}}%%\nflowchart LR\n%% a --> comment\n A --> B';
    expect(model(source).edges).toHaveLength(1);
  });

  it.each([
    ['graph TD; A--B', 1, 'Missing arrow'],
    ['flowchart TD\n A[open', 2, 'to close “[”'],
    ['flowchart TD\n A --> B\n subgraph x\n C', 3, 'never closed'],
    ['flowchart TD\n end', 2, 'closes nothing'],
    ['flowchart TD\n A@{ shape: blob }', 2, 'no shape called “blob”'],
    ['flowchart TD\n A B', 2, 'Missing arrow between “A” and “B”'],
    ['flowchart TD\n A[a "b"]', 2, 'Expected “]”'],
    ['flowchart TD\n n1 -> n2', 2, '“->” is no arrow of a flowchart: write “-->”'],
    ['flowchart TD\n n1 -> n2\n n2 --> n3', 2, '“->” is no arrow of a flowchart: write “-->”'],
    ['flowchart XY\n A', 1, 'Expected a direction'],
    ['flowchart TD\n A --> B\n linkStyle 3 stroke:red', 3, 'no link number 3'],
  ])('says what is wrong with %j and where [F279]', (source, line, message) => {
    expect(problem(source)).toMatchObject({ severity: 'error', line, message: expect.stringContaining(message) });
  });

  it('never throws, whatever it is given', () => {
    const pieces = fc.constantFrom(
      'A',
      '[',
      ']',
      '"',
      '--',
      '-->',
      '|',
      '{',
      '}',
      '@{',
      '(',
      ')',
      '\n',
      ' ',
      'subgraph',
      'end',
      '&',
      ':::',
      'style',
      '%%',
      '`',
      ';',
      '#',
      '>',
      '\\',
      '/',
    );
    const text = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.array(pieces, { maxLength: 60 }).map((parts) => `flowchart TD\n${parts.join('')}`),
    );
    fc.assert(
      fc.property(text, (source) => {
        const parsed = readFlowchart(source);
        if (parsed.ok) return;
        for (const { from, to, line, column } of parsed.diagnostics) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(source.length);
          expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('finds in a printed chart what was printed', () => {
    const id = fc.stringMatching(/^[A-D][0-9]{1,2}$/);
    const label = fc
      .stringMatching(/^[A-Za-z0-9 .,;#()[\]{}|<>-]{1,20}$/)
      .filter((text) => text.trim() === text && !/#\w+;|<\w/.test(text));
    const edge = fc.record({ from: id, to: id, arrow: fc.constantFrom('-->', '---', '-.->', '==>', '<-->', 'o--o'), label });
    fc.assert(
      fc.property(fc.array(edge, { minLength: 1, maxLength: 20 }), (edges) => {
        const source = `flowchart LR\n${edges.map(({ from, to, arrow, label }) => `  ${from} ${arrow}|"${label}"| ${to}`).join('\n')}`;
        const form = model(source);
        expect(form.edges.map(({ from, to, label }) => ({ from, to, label }))).toEqual(
          edges.map(({ from, to, label }) => ({ from, to, label })),
        );
        expect(new Set(form.nodes.map((node) => node.id))).toEqual(new Set(edges.flatMap(({ from, to }) => [from, to])));
      }),
    );
  });
});
