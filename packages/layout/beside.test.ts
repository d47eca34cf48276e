import { type Box, boxesIntersect } from '@autograph/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutGraph } from './graph.ts';
import { createLayouter } from './layouter.ts';

const layouter = createLayouter();

const note = (id: string, of: string, side: 'left' | 'right' | 'top' | 'bottom'): LayoutGraph['nodes'][number] => ({
  ...{ id, w: 120, h: 36 },
  beside: { of, side },
});
const chain = (notes: LayoutGraph['nodes'], direction: LayoutGraph['direction'] = 'TB'): LayoutGraph => ({
  direction,
  nodes: [...['a', 'b', 'c'].map((id) => ({ id, w: 80, h: 40 })), ...notes],
  groups: [],
  edges: [
    { id: 'ab', from: 'a', to: 'b', label: { w: 50, h: 18 } },
    { id: 'bc', from: 'b', to: 'c' },
    { id: 'ac', from: 'a', to: 'c' },
    ...notes.map(({ id, beside }) => ({ id: `tie ${id}`, from: id, to: beside?.of ?? '' })),
  ],
});
const middle = ({ x, y, w, h }: Box) => ({ x: x + w / 2, y: y + h / 2 });

describe('what stands beside a node', () => {
  it('is left or right of it, at its height, tied by a straight line', async () => {
    const { nodes, edges } = await layouter(chain([note('l', 'b', 'left'), note('r', 'b', 'right')]));
    const [b, l, r] = ['b', 'l', 'r'].flatMap((id) => nodes.get(id) ?? []);
    if (!b || !l || !r) throw new Error('something has no place');
    expect([l.x + l.w < b.x, b.x + b.w < r.x]).toEqual([true, true]);
    expect([middle(l).y, middle(r).y].map((y) => Math.abs(y - middle(b).y) < 1)).toEqual([true, true]);
    expect(edges.get('tie l')).toEqual([
      { x: l.x + l.w, y: middle(l).y },
      { x: b.x, y: middle(l).y },
    ]);
  });

  it('is above or below it in diagrams that run sideways', async () => {
    const { nodes } = await layouter(chain([note('t', 'b', 'top'), note('u', 'b', 'bottom')], 'LR'));
    const [b, t, u] = ['b', 't', 'u'].flatMap((id) => nodes.get(id) ?? []);
    expect(b && t && u && [t.y + t.h < b.y, b.y + b.h < u.y]).toEqual([true, true]);
  });

  it('keeps clear of everything, however much there is', async () => {
    const notes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('left' as const, 'right' as const)), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(notes, async (list) => {
        const { nodes } = await layouter(chain(list.map(([of, side], i) => note(`n${i}`, of, side))));
        const boxes = [...nodes.values()];
        for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(boxesIntersect(a, b)).toBe(false);
        expect(boxes).toHaveLength(3 + list.length);
      }),
      { numRuns: 25 },
    );
  });
});
