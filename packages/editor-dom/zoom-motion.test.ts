import { zoomAbout } from '@autograph/editor';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createZoomMotion } from './zoom-motion.ts';

const viewport = { w: 1000, h: 800 };
const start = { x: -40, y: 25, zoom: 1 };

describe('zooming', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is in motion from the first change of the zoom until none has come for a while', () => {
    const onRest = vi.fn();
    const motion = createZoomMotion(onRest);
    expect(motion.follow(start)).toBe(false);
    expect(motion.follow({ ...start, x: 0 })).toBe(false);
    expect(motion.follow({ ...start, zoom: 1.02 })).toBe(true);
    vi.advanceTimersByTime(100);
    expect(motion.follow({ ...start, zoom: 1.04 })).toBe(true);
    vi.advanceTimersByTime(100);
    expect(motion.follow({ ...start, zoom: 1.04 })).toBe(true);
    expect(onRest).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(onRest).toHaveBeenCalledOnce();
    expect(motion.follow({ ...start, zoom: 1.04 })).toBe(false);
  });

  it('outwards is foreseen to go on about the same point', () => {
    const motion = createZoomMotion(() => {});
    const at = { x: 300, y: 650 };
    const out = zoomAbout(start, 0.98, at);
    motion.follow(start);
    motion.follow(out);
    const ahead = motion.ahead(out, viewport, 1.25);
    const expected = zoomAbout(out, 0.98 / 1.25, at);
    for (const part of ['x', 'y', 'zoom'] as const) expect(ahead[part]).toBeCloseTo(expected[part], 9);
    motion.stop();
  });

  it('inwards needs no more than is seen', () => {
    const motion = createZoomMotion(() => {});
    const inwards = zoomAbout(start, 1.02, { x: 10, y: 10 });
    motion.follow(start);
    motion.follow(inwards);
    expect(motion.ahead(inwards, viewport, 1.25)).toEqual(inwards);
    motion.stop();
  });
});
