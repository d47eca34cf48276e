import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxesIntersect } from './box.ts';
import { GridIndex } from './grid-index.ts';

const place = fc.double({ min: -5000, max: 5000, noNaN: true });
const size = fc.oneof(fc.double({ min: 0, max: 300, noNaN: true }), fc.double({ min: 0, max: 20_000, noNaN: true }));
const box: fc.Arbitrary<Box> = fc.record({ x: place, y: place, w: size, h: size });

describe('GridIndex', () => {
  it('finds after any inserts, moves and removals exactly what a full search finds', () => {
    const act = fc.record({ item: fc.integer({ min: 0, max: 600 }), box: fc.option(box, { freq: 4 }) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), fc.array(box, { minLength: 1, maxLength: 5 }), (acts, queries) => {
        const index = new GridIndex();
        const all = new Map<number, Box>();
        for (const { item, box: at } of acts) {
          if (at) {
            index.set(item, at.x, at.y, at.w, at.h);
            all.set(item, at);
          } else {
            index.remove(item);
            all.delete(item);
          }
        }
        expect(index.size).toBe(all.size);
        for (const query of queries) {
          const found: number[] = [];
          index.query(query, (item) => found.push(item));
          const right = { x: query.x, y: query.y, w: query.w, h: query.h };
          const expected = [...all].filter(([item]) => boxesIntersect(index.box(item) ?? right, query)).map(([item]) => item);
          expect(found.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
        }
      }),
    );
  });

  it('takes all along when everything moves', () => {
    const whole = fc.integer({ min: -5000, max: 5000 });
    const length = fc.integer({ min: 0, max: 3000 });
    const boxes = fc.record({ x: whole, y: whole, w: length, h: length });
    fc.assert(
      fc.property(fc.array(boxes, { maxLength: 30 }), fc.record({ x: whole, y: whole }), boxes, (all, by, query) => {
        const [moved, anew] = [new GridIndex(), new GridIndex()];
        for (const [item, { x, y, w, h }] of all.entries()) {
          moved.set(item, x, y, w, h);
          anew.set(item, x + by.x, y + by.y, w, h);
        }
        moved.translateAll(by.x, by.y);
        const found = (index: GridIndex) => {
          const items: number[] = [];
          index.query(query, (item) => items.push(item));
          return items.sort((a, b) => a - b).map((item) => [item, index.box(item)]);
        };
        expect(found(moved)).toEqual(found(anew));
      }),
    );
  });

  it('leaves out what is not a place, and survives it', () => {
    const index = new GridIndex();
    index.set(1, Number.NaN, 0, 10, 10);
    index.set(2, 0, 0, Infinity, 10);
    index.set(3, 1e300, 0, 10, 10);
    index.set(4, 0, 0, 10, 10);
    const found: number[] = [];
    index.query({ x: -1e12, y: -1e12, w: 2e12, h: 2e12 }, (item) => found.push(item));
    expect(found).toEqual([4]);
  });
});
