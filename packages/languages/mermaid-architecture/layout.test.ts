import type { Box } from '@autograph/geometry';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentedSources, widerSources } from '../conformance/sources.node.ts';
import { layoutArchitecture } from './layout.ts';
import { parseArchitecture } from './parse.ts';

const measure = createTextMeasurer();

function layoutOf(source: string) {
  const parsed = parseArchitecture(source);
  if (!parsed.ok) throw new Error(parsed.diagnostics[0]?.message);
  const { nodes, groups } = layoutArchitecture(parsed.model, measure);
  const box = (id: string): Box => nodes.get(id) ?? groups.get(id) ?? { x: Number.NaN, y: Number.NaN, w: 0, h: 0 };
  return { ...parsed.model, nodes, groups, box };
}

const apart = (a: Box, b: Box) => a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
const encloses = (a: Box, b: Box) => a.x <= b.x && a.y <= b.y && a.x + a.w >= b.x + b.w && a.y + a.h >= b.y + b.h;

/** What overlaps that must not, and what is not in its group. */
function faults(source: string): readonly string[] {
  const parsed = parseArchitecture(source);
  if (!parsed.ok) return [];
  const { services, junctions, groups: declared } = parsed.model;
  const { box } = layoutOf(source);
  const things = [...services, ...junctions, ...declared];
  const holders = (id: string): readonly string[] => {
    const parent = things.find((thing) => thing.id === id)?.parent;
    return parent === undefined ? [] : [parent, ...holders(parent)];
  };
  return things.flatMap((a, at) =>
    things.slice(at + 1).flatMap((b) => {
      const [inner, outer] = holders(a.id).includes(b.id) ? [a, b] : holders(b.id).includes(a.id) ? [b, a] : [undefined, undefined];
      const fine = inner && outer ? encloses(box(outer.id), box(inner.id)) : apart(box(a.id), box(b.id));
      return fine ? [] : [`${a.id} ${b.id}`];
    }),
  );
}

describe('the places of an architecture diagram', () => {
  it('follow the sides of its edges, in line', () => {
    const { box } = layoutOf('architecture-beta\nservice a\nservice b\nservice c\nservice d\na:L -- R:b\na:B -- T:c\na:R -- T:d');
    expect(box('b').x + box('b').w).toBeLessThan(box('a').x);
    expect(box('b').y).toBe(box('a').y);
    expect(box('c').x).toBe(box('a').x);
    expect(box('c').y).toBeGreaterThan(box('a').y + box('a').h);
    expect(box('d').x).toBeGreaterThan(box('a').x + box('a').w);
    expect(box('d').y).toBeGreaterThan(box('a').y + box('a').h);
  });

  it('keep services of two groups in line when an edge joins them', () => {
    const { box } = layoutOf(
      'architecture-beta\ngroup g\ngroup h\nservice a in g\nservice b in g\nservice c in h\na:B -- T:b\nb{group}:R --> L:c{group}',
    );
    expect(box('c').y).toBe(box('b').y);
    expect(box('h').x).toBeGreaterThan(box('g').x + box('g').w);
  });

  it('put what one service has on one side beside each other, in the order of the text', () => {
    const { box } = layoutOf('architecture-beta\nservice hub\nservice a\nservice b\nservice c\nhub:R -- L:a\nhub:R -- L:b\nhub:R -- L:c');
    expect([box('a').y < box('b').y, box('b').y < box('c').y, box('b').y === box('hub').y]).toEqual([true, true, true]);
  });

  it('stand in the rows and columns that are asked for', () => {
    const { box } = layoutOf('architecture-beta\nservice a\nservice b\nservice c\nalign row a b\nalign column b c');
    expect([box('a').y === box('b').y, box('a').x < box('b').x]).toEqual([true, true]);
    expect([box('b').x === box('c').x, box('b').y < box('c').y]).toEqual([true, true]);
  });

  it('overlap nowhere, and lie in their groups, in every source at hand', () => {
    const sources = [...documentedSources(), ...widerSources()].filter(({ type }) => type === 'architecture');
    expect(sources.flatMap(({ name, text }) => faults(text).map((fault) => `${name}: ${fault}`))).toEqual([]);
  });

  it('overlap nowhere, whatever is joined to what', () => {
    const side = fc.constantFrom('L', 'R', 'T', 'B');
    const index = fc.nat({ max: 7 });
    const edges = fc.array(fc.tuple(index, side, side, index), { maxLength: 14 });
    const holders = fc.array(fc.nat({ max: 3 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(edges, holders, (joins, groups) => {
        const lines = [
          'group g1[One]\ngroup g2[Two] in g1\ngroup g3',
          ...groups.map((group, i) => `service s${i}(server)[Service ${i}]${group > 0 ? ` in g${group}` : ''}`),
          ...joins.map(([a, from, to, b]) => `s${a}:${from} -- ${to}:s${b}`),
        ];
        expect(faults(`architecture-beta\n${lines.join('\n')}`)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
