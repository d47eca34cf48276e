import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';

describe('group', () => {
  it('paints nothing and wraps what it holds', () => {
    const { draw, definition } = stage({ type: 'group', w: 100, h: 100 });
    expect(draw('s0')).toEqual([]);
    expect(definition('group')).toMatchObject({ container: true, wraps: true, bindable: false });
  });
});
