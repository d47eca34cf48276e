import { boxesIntersect } from '@autograph/geometry';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { endLabelBox } from './connector-end-label.ts';
import { stage } from './testing/stage.ts';

const measure = createTextMeasurer();

describe('a text at the end of a line', () => {
  it.each([
    ['up', { x: 0, y: -1 }],
    ['down', { x: 0, y: 1 }],
    ['left', { x: -1, y: 0 }],
    ['right', { x: 1, y: 0 }],
  ])('keeps clear of the line, its mark and what it ends at: %s', (_, direction) => {
    const box = endLabelBox('0..*', { x: 0, y: 0 }, direction, measure);
    const steep = direction.x === 0;
    const line = { x: -6 - 40 * Math.max(0, direction.x), y: -6 - 40 * Math.max(0, direction.y), w: 12, h: 12 };
    const way = steep ? { ...line, h: 52 } : { ...line, w: 52 };
    const beyond = { x: direction.x > 0 ? 0 : -100, y: direction.y > 0 ? 0 : -100, w: steep ? 200 : 100, h: steep ? 100 : 200 };
    expect(boxesIntersect(box, way)).toBe(false);
    expect(boxesIntersect(box, beyond)).toBe(false);
  });

  it('is drawn, and counts as part of the arrow', () => {
    const ends = { start: { x: 0, y: 0 }, end: { x: 0, y: 200 } };
    const labelled = stage({ type: 'arrow', ...ends, start_label: 'exactly one', end_label: 'many' });
    expect(labelled.svg('s0')).toContain('exactly one');
    const bounds = (own: object) => {
      const board = stage({ type: 'arrow', ...ends, ...own });
      return board.definition('arrow').paintBounds?.(board.shape('s0'), board.scene)?.w ?? 0;
    };
    expect(bounds({ start_label: 'exactly one' })).toBeGreaterThan(bounds({}) + 40);
  });
});
