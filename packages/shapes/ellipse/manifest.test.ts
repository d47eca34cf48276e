import { pathBounds, pathContains } from '@autograph/geometry';
import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';

describe('ellipse', () => {
  it('draws an ellipse of its box', () => {
    const { svg, scene } = stage({ type: 'ellipse', w: 140, h: 90, text: 'Queue', fill: 'yellow' });
    expect(svg('s0')).toMatchSnapshot();
    expect(pathBounds(scene.pageOutline('s0') ?? [])).toEqual({ x: 0, y: 0, w: 140, h: 90 });
    expect(pathContains(scene.pageOutline('s0') ?? [], { x: 3, y: 3 })).toBe(false);
  });
});
