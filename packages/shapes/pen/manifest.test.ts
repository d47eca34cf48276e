import { pathBounds } from '@autograph/geometry';
import { createTextMeasurer, lightTheme } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';
import { strokeOutline } from './track.ts';

const track = (pressure: number) => Array.from({ length: 30 }, (_, i) => [i * 6, 20 + 15 * Math.sin(i / 4), pressure]);

describe('pen stroke', () => {
  it('is one smooth filled outline near its track', () => {
    const { svg, shape } = stage({ type: 'pen', w: 174, h: 40, points: track(0.5), stroke: 'purple' });
    expect(svg('s0')).toMatchSnapshot();
    const box = pathBounds(strokeOutline(shape('s0')));
    expect(box?.x).toBeGreaterThan(-6);
    expect((box?.x ?? 0) + (box?.w ?? 0)).toBeLessThan(180);
  });

  it('is wider where the pen pressed harder', () => {
    const height = (pressure: number) => {
      const points = Array.from({ length: 30 }, (_, i) => [i * 6, 0, pressure]);
      return pathBounds(strokeOutline(stage({ type: 'pen', points, stroke_width: 4 }).shape('s0')))?.h ?? 0;
    };
    expect(height(0.9)).toBeGreaterThan(height(0.2) * 1.3);
  });

  it('shows a dot for a single touch, and nothing for no touch', () => {
    expect(stage({ type: 'pen', points: [[5, 5]] }).svg('s0')).toContain('<path');
    expect(stage({ type: 'pen', points: [] }).svg('s0')).not.toContain('<path');
  });

  it('stretches its track when it is resized', () => {
    const { definition, shape, scene } = stage({
      type: 'pen',
      w: 10,
      h: 10,
      points: [
        [0, 0, 0.4],
        [10, 10, 0.6],
      ],
    });
    const context = { theme: lightTheme, measure: createTextMeasurer(), scene };
    expect(definition('pen').resized?.(shape('s0'), { x: 0, y: 0, w: 20, h: 5 }, context)).toEqual({
      points: [
        [0, 0, 0.4],
        [20, 5, 0.6],
      ],
    });
  });
});
