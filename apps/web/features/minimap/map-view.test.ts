import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitMap, onMap, toPage } from './map-view.ts';

const number = fc.integer({ min: -50_000, max: 50_000 });
const length = fc.integer({ min: 1, max: 50_000 });
const boxes = fc.record({ x: number, y: number, w: length, h: length });
const size = { w: 176, h: 112 };

describe('the mini-map', () => {
  it('shows all content and the visible part, wherever they are', () => {
    fc.assert(
      fc.property(boxes, boxes, (content, visible) => {
        const view = fitMap(content, visible, size);
        for (const box of [content, visible].map((each) => onMap(view, each))) {
          expect(box.x).toBeGreaterThanOrEqual(-0.01);
          expect(box.y).toBeGreaterThanOrEqual(-0.01);
          expect(box.x + box.w).toBeLessThanOrEqual(size.w + 0.01);
          expect(box.y + box.h).toBeLessThanOrEqual(size.h + 0.01);
        }
      }),
    );
  });

  it('finds the page point under a spot of it', () => {
    fc.assert(
      fc.property(boxes, number, number, (content, x, y) => {
        const view = fitMap(content, content, size);
        const spot = onMap(view, { x, y, w: 0, h: 0 });
        const back = toPage(view, spot);
        expect(back.x).toBeCloseTo(x, 3);
        expect(back.y).toBeCloseTo(y, 3);
      }),
    );
  });
});
