import { pathContains } from '@autograph/geometry';
import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';

describe('diamond', () => {
  it('draws a rhombus whose corners touch its box', () => {
    const { svg, scene } = stage({ type: 'diamond', w: 120, h: 80, text: 'Valid?' });
    expect(svg('s0')).toMatchSnapshot();
    const outline = scene.pageOutline('s0') ?? [];
    expect(pathContains(outline, { x: 60, y: 40 })).toBe(true);
    expect(pathContains(outline, { x: 20, y: 15 })).toBe(false);
  });
});
