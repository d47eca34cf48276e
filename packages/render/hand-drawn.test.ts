import { flatten, pathBounds, rectanglePath } from '@autograph/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrawItem, handDrawn, handDrawnReach } from './index.ts';

const outline = (w: number, h: number): DrawItem => ({
  kind: 'path',
  path: rectanglePath({ x: 0, y: 0, w, h }),
  fill: '#ffffff',
  stroke: { paint: '#000000', width: 2 },
});

describe('a hand-drawn look', () => {
  it('keeps areas as they are and draws lines over them that are not quite straight, but never far away', () => {
    const side = fc.integer({ min: 4, max: 4000 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 0x7fff_ffff }), (w, h, seed) => {
        const [area, line, ...more] = handDrawn([outline(w, h)], seed);
        expect(more).toEqual([]);
        expect(area).toEqual({ kind: 'path', path: rectanglePath({ x: 0, y: 0, w, h }), fill: '#ffffff' });
        if (line?.kind !== 'path') throw new Error('no line');
        expect(line.fill).toBeUndefined();
        expect(line.stroke).toEqual({ paint: '#000000', width: 2 });
        expect(line.path).not.toEqual(rectanglePath({ x: 0, y: 0, w, h }));
        const drawn = pathBounds(line.path) ?? { x: Number.NaN, y: 0, w: 0, h: 0 };
        for (const far of [drawn.x, drawn.y, drawn.x + drawn.w - w, drawn.y + drawn.h - h])
          expect(Math.abs(far)).toBeLessThanOrEqual(handDrawnReach);
      }),
    );
  });

  it('is the same for one seed and another for the next; broken lines are drawn once', () => {
    const drawn = (seed: number, dash?: readonly number[]) => {
      const item: DrawItem = {
        kind: 'path',
        path: rectanglePath({ x: 0, y: 0, w: 90, h: 60 }),
        stroke: { paint: '#000000', width: 2, ...(dash && { dash }) },
      };
      const [line] = handDrawn([item], seed);
      return line?.kind === 'path' ? line.path : [];
    };
    expect(drawn(5)).toEqual(drawn(5));
    expect(drawn(5)).not.toEqual(drawn(6));
    expect(flatten(drawn(5)).length).toBe(2 * flatten(drawn(5, [4, 4])).length);
  });

  it('leaves letters and pictures, and reaches into groups', () => {
    const text: DrawItem = { kind: 'text', x: 0, y: 0, width: 10, runs: [] };
    const [group] = handDrawn([{ kind: 'group', dx: 5, items: [text, outline(50, 50)] }], 3);
    expect(group).toMatchObject({ kind: 'group', dx: 5, items: [text, { fill: '#ffffff' }, { stroke: { width: 2 } }] });
  });
});
