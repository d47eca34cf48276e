import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';

describe('block', () => {
  it('is an unobtrusive border with the diagram kind above it, inside its paint bounds', () => {
    const { svg, definition, shape, scene } = stage({ type: 'block', w: 300, h: 200, name: 'Flowchart' });
    expect(svg('s0')).toMatchSnapshot();
    expect(definition('block').paintBounds?.(shape('s0'), scene).y).toBeLessThan(-15);
    expect(definition('block').filled(shape('s0'))).toBe(false);
  });
});
