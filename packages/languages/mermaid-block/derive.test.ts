import type { Block, Shape } from '@autograph/document';
import { createTextMeasurer } from '@autograph/render';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { createBlockDeriver } from '../block-deriver.ts';
import { documentedSources, widerSources } from '../conformance/sources.node.ts';

const deriver = createBlockDeriver(createTextMeasurer());

function shapesOf(source: string, layout: Block['layout'] = {}) {
  const { shapes } = deriver.derive({ id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout });
  for (const shape of shapes) expect(shapeSchema.safeParse(shape).error, source).toBeUndefined();
  const byId = new Map(shapes.map((shape) => [shape.id.slice(2), shape]));
  const of = (id: string): Shape => {
    const found = byId.get(id);
    if (!found) throw new Error(`there is no ${id}`);
    return found;
  };
  return { shapes: shapes.slice(1), of };
}

const right = ({ x, w }: Shape) => x + w;

describe('shapes of a block diagram', () => {
  it('fill cells of one width, and as many as they span', () => {
    const { of } = shapesOf('block\ncolumns 3\na["A label"] b c\nd:2 e');
    expect([of('a').w, of('b').w, of('c').w]).toEqual([of('a').w, of('a').w, of('a').w]);
    expect([of('d').x, right(of('d')), of('e').x]).toEqual([of('a').x, right(of('b')), of('c').x]);
    expect(of('d').y).toBeGreaterThan(of('a').y + of('a').h);
  });

  it('stand apart where lines lead between them, by more than the captions of these', () => {
    const gap = (source: string) => {
      const { of } = shapesOf(`block\ncolumns 2\na b\n${source}`);
      return of('b').x - right(of('a'));
    };
    expect(gap('')).toBe(16);
    expect(gap('a --> b')).toBeGreaterThan(30);
    expect(gap('a -- "replicates" --> b')).toBeGreaterThan(gap('a --> b') + 30);
  });

  it('leave spaces empty, and keep circles round', () => {
    const { of, shapes } = shapesOf('block\ncolumns 3\nc(("C")) space wide["A much wider block"]');
    expect(shapes).toHaveLength(2);
    expect(Math.abs(of('c').w - of('c').h)).toBeLessThan(2);
    expect(of('wide').x - right(of('c'))).toBeGreaterThan(of('wide').w);
  });

  it('lie in frames, as arrows where the text says so, and are joined', () => {
    const { of } = shapesOf('block\nblock:g["Group"]\na b\nend\nx<["go"]>(down)\na -- "w" --> x\nstyle g fill:#ff0000');
    expect(of('g')).toMatchObject({ type: 'frame', text: 'Group', fill: '#ff0000' });
    expect(of('a')).toMatchObject({ type: 'node', parent_id: 'b/g' });
    expect(of('x')).toMatchObject({ type: 'block-arrow', directions: ['down'], text: 'go' });
    expect(of('edge:a-x')).toMatchObject({ text: 'w', start: { shape_id: 'b/a' }, end: { shape_id: 'b/x' }, end_head: 'triangle' });
  });

  it('stand where a person put them, with what is in them, and nothing else moves', () => {
    const source = 'block\ncolumns 2\nblock:g\na\nend\nb c';
    const [before, after] = [shapesOf(source), shapesOf(source, { g: { x: 400, y: 300, pinned: true } })];
    expect(after.of('g')).toMatchObject({ x: 400, y: 300 });
    expect([after.of('a').x, after.of('a').y]).toEqual([before.of('a').x, before.of('a').y]);
    expect(after.of('b')).toEqual(before.of('b'));
    expect(after.of('c')).toEqual(before.of('c'));
  });

  it('overlap nowhere, in every source at hand', () => {
    const sources = [...documentedSources(), ...widerSources()].filter(({ type }) => type === 'block');
    const faults = sources.flatMap(({ name, text }) => {
      const { shapes } = shapesOf(text);
      const boxes = shapes.filter(({ start }) => !start);
      return boxes.flatMap((a, at) =>
        boxes.slice(at + 1).flatMap((b) => {
          const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
          return a.parent_id !== b.parent_id || apart ? [] : [`${name}: ${a.id} ${b.id}`];
        }),
      );
    });
    expect(faults).toEqual([]);
  });
});
