import type { Shape } from '@autograph/document';
import type { Drawing } from '@autograph/editor';
import { lightTheme } from '@autograph/render';
import { nodeOutline, outlineNames } from '@autograph/shapes/node/outlines/index.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelText } from '../mermaid/label.ts';
import { nodeLook } from './look.ts';
import { readFlowchart } from './read.ts';
import { outlineOf } from './shape-names.ts';
import { visibleChart } from './visible.ts';
import { writeFlowchart } from './write.ts';

/** What is painted on a light board. */
const colours = ({ fill, fill_style = 'soft', stroke }: Partial<Shape>) => [
  fill === 'none' ? 'none' : lightTheme.fill(fill, fill_style === 'solid' ? 'solid' : 'soft'),
  stroke === 'none' ? 'none' : lightTheme.stroke(stroke),
];
const evened = (text: string) => text.replace(/\s+/g, ' ').trim();
const box = (x: number, y: number) => ({ x, y, w: 120, h: 60 });

it('writes boxes, frames, lines and the colours that were chosen', () => {
  const drawing: Drawing = {
    groups: [{ id: 'g', box: { x: 180, y: -20, w: 400, h: 200 }, text: 'Backend', look: {} }],
    nodes: [
      { id: '1', box: box(0, 0), text: 'Web app', look: {}, outline: 'rect' },
      { id: '2', box: box(200, 0), text: 'API', look: { fill: '#ffee00' }, outline: 'rounded', group: 'g' },
      { id: '3', box: box(400, 0), text: 'Orders (SQL)', look: {}, outline: 'cyl', group: 'g' },
    ],
    edges: [
      { id: 'e', from: '1', to: '2', text: 'asks', look: {}, start_head: 'none', end_head: 'arrow' },
      { id: 'f', from: '2', to: '3', text: '', look: { stroke_style: 'dashed' }, start_head: 'arrow', end_head: 'arrow' },
    ],
  };
  expect(writeFlowchart(drawing).source).toBe(`flowchart LR
  webApp[Web app]
  subgraph backend [Backend]
    api(API)
    ordersSql[("Orders (SQL)")]
  end
  webApp -->|asks| api
  api <-.-> ordersSql
  classDef look1 fill:#ffffff,stroke:#2b3242
  class webApp,ordersSql look1
  style api fill:#fcf9cf,stroke:#2b3242
`);
});

it('says of colours what does not come with the outline', () => {
  const look = (fill: Shape['fill'], stroke: Shape['stroke']) => ({ fill, stroke });
  const looks = {
    rect: look('blue', 'blue'),
    diam: look('yellow', 'yellow'),
    cyl: look('green', 'black'),
    hex: look('none', 'black'),
    text: {},
  };
  const nodes = Object.entries(looks).map(([outline, own], at) => ({
    id: outline,
    box: box(at * 200, 0),
    text: outline,
    look: own,
    outline,
  }));
  const { source } = writeFlowchart({ groups: [], nodes, edges: [] });
  expect(source.split('\n').filter((line) => line.includes(':#') || line.includes('fill:'))).toEqual([
    '  style cyl stroke:#2b3242',
    '  style hex fill:none,stroke:#2b3242',
  ]);
});

it('says in its text what any drawing shows', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('end', 'o', 'API', 'API', 'class', '"quoted"', 'a|b', ''),
  );
  const outline = fc.constantFrom(...outlineNames);
  const heads = fc.constantFrom('none' as const, 'arrow' as const, 'circle' as const, 'cross' as const, 'diamond' as const);
  const looks = fc.constantFrom<Partial<Shape>>(
    {},
    { fill: 'blue', stroke: 'blue' },
    { fill: 'red', fill_style: 'solid' },
    { fill: '#ffee00', stroke: 'none' },
  );
  const style = fc.constantFrom({}, { stroke_style: 'dashed' as const }, { stroke_width: 4 }, { stroke: 'red' as const });
  const drawings = fc
    .record({
      nodes: fc.array(fc.record({ text, outline, look: looks, group: fc.nat(3) }), { minLength: 1, maxLength: 8 }),
      groups: fc.array(text, { maxLength: 2 }),
      edges: fc.array(fc.record({ from: fc.nat(7), to: fc.nat(7), text, look: style, start_head: heads, end_head: heads }), {
        maxLength: 8,
      }),
    })
    .map(({ nodes, groups, edges }): Drawing => {
      const drawn = nodes.map(({ group, ...node }, i) => ({
        ...node,
        id: `n${i}`,
        box: box(i * 150, 0),
        ...(group < groups.length && { group: `g${group}` }),
      }));
      return {
        nodes: drawn,
        groups: groups.map((title, i) => ({ id: `g${i}`, box: box(0, 0), text: title, look: {} })),
        edges: edges.map((edge, i) => ({ ...edge, id: `e${i}`, from: `n${edge.from % nodes.length}`, to: `n${edge.to % nodes.length}` })),
      };
    });
  fc.assert(
    fc.property(drawings, (drawing) => {
      const { source, ids } = writeFlowchart(drawing);
      const parsed = readFlowchart(source);
      if (!parsed.ok) throw new Error(`${source}\n${parsed.diagnostics[0]?.message}`);
      const { nodes, groups, edges } = visibleChart(parsed.model);
      expect(nodes.length).toBe(drawing.nodes.length);
      for (const { id, text: words, outline: form, group, look } of drawing.nodes) {
        const node = nodes.find((found) => found.id === ids.get(id));
        expect(outlineOf(node?.shape)).toBe(form);
        if (node && nodeOutline(form).body === undefined) expect(colours(nodeLook(node, parsed.model))).toEqual(colours(look));
        expect(evened(labelText(node?.text ?? ''))).toBe(evened(words));
        expect(node?.parent).toBe(group && ids.get(group));
      }
      expect(groups.length).toBe(drawing.groups.length);
      expect(edges.length).toBe(drawing.edges.length);
    }),
  );
});
