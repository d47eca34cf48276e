import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';

describe('line', () => {
  it('is a plain stroke of its thickness between two points', () => {
    const { svg } = stage({ type: 'line', start: { x: 0, y: 0 }, end: { x: 80, y: 60 }, stroke_width: 4 });
    expect(svg('s0')).toMatchSnapshot();
    expect(svg('s0')).toContain('stroke-width="4"');
  });

  it('holds to nothing that it is dropped on', () => {
    const { definition, shape, scene } = stage({ type: 'line', start: { x: 0, y: 0 }, end: { x: 80, y: 60 } }, { type: 'rectangle' });
    expect(definition('line').moveHandle?.(shape('s0'), 'end', { x: 9, y: 9 }, shape('s1'), scene)).toEqual({ end: { x: 9, y: 9 } });
  });
});
