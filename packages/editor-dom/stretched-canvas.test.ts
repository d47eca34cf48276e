import { zoomAbout } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStretchedCanvas } from './stretched-canvas.ts';

const viewport = { w: 1000, h: 800 };
const painted = { x: 120, y: -60, zoom: 0.8 };

function canvas() {
  const style = { transform: '', transformOrigin: '' };
  const shown = () => {
    const [, x, y, scale] = /^translate\((.+)px, (.+)px\) scale\((.+)\)$/.exec(style.transform)?.map(Number) ?? [];
    return { x: x ?? 0, y: y ?? 0, scale: scale ?? 1 };
  };
  return { style, shown, picture: createStretchedCanvas(style) };
}

describe('a stretched canvas', () => {
  it('shows every point of the page where the camera sees it, and fills the view, or declines', () => {
    fc.assert(
      fc.property(
        fc.record({
          times: fc.double({ min: 0.6, max: 1.6, noNaN: true }),
          x: fc.integer({ min: 0, max: 1000 }),
          y: fc.integer({ min: 0, max: 800 }),
        }),
        fc.boolean(),
        ({ times, x, y }, ahead) => {
          const { picture, shown } = canvas();
          const at = { x, y };
          picture.paintedFor(ahead ? zoomAbout(painted, painted.zoom / 1.25, at) : painted, painted);
          const camera = zoomAbout(painted, painted.zoom * times, at);
          if (!picture.stretch(camera, viewport)) return;
          const { scale, x: left, y: top } = shown();
          const zoom = ahead ? painted.zoom / 1.25 : painted.zoom;
          const corner = ahead ? zoomAbout(painted, zoom, at) : painted;
          const page = { x: 333, y: 77 };
          expect(left + (page.x - corner.x) * zoom * scale).toBeCloseTo((page.x - camera.x) * camera.zoom, 6);
          expect(top + (page.y - corner.y) * zoom * scale).toBeCloseTo((page.y - camera.y) * camera.zoom, 6);
          expect(left).toBeLessThan(1e-6);
          expect(top).toBeLessThan(1e-6);
          expect(left + viewport.w * scale).toBeGreaterThan(viewport.w - 1e-6);
          expect(top + viewport.h * scale).toBeGreaterThan(viewport.h - 1e-6);
        },
      ),
    );
  });

  it('follows a zoom-in a quarter, and one out as far as was painted ahead', () => {
    const { picture } = canvas();
    const at = { x: 500, y: 400 };
    const zoomed = (times: number) => picture.stretch(zoomAbout(painted, painted.zoom * times, at), viewport);
    picture.paintedFor(painted, painted);
    expect([1.02, 1.2, 1.3, 0.98].map(zoomed)).toEqual([true, true, false, false]);
    picture.paintedFor(zoomAbout(painted, painted.zoom / 1.25, at), painted);
    expect([0.98, 0.81, 0.79].map(zoomed)).toEqual([true, true, false]);
  });

  it('is not stretched at rest', () => {
    const { picture, style } = canvas();
    picture.paintedFor(painted, painted);
    expect(style.transform).toBe('none');
  });
});
