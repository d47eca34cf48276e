import type { Shadow } from '@autograph/document';
import { rasterize } from '@autograph/render/raster.node.ts';
import { describe, expect, it } from 'vitest';
import { stage } from './testing/stage.ts';

const plain: Shadow = { x: 20, y: 10, blur: 0, color: '#ff0000' };

function drawn(shadow: Shadow | undefined, more: { readonly fill?: 'none'; readonly rotation?: number } = {}) {
  return stage({ type: 'rectangle', w: 100, h: 60, radius: 0, ...more, ...(shadow && { shadow }) });
}

/** Alpha, 0..1, of the pixel at (x, y) of a shape's drawing. */
async function alpha(board: ReturnType<typeof stage>, x: number, y: number, scale = 1) {
  const canvas = await rasterize(board.draw('s0'), { box: { x: -60, y: -60, w: 240, h: 200 }, scale });
  return (canvas.getContext('2d').getImageData((x + 60) * scale, (y + 60) * scale, 1, 1).data[3] ?? 0) / 255;
}

describe('the shadow of a shape', () => {
  it('lies under the body, away from it by its offset, at any scale [F252]', async () => {
    for (const scale of [1, 3]) {
      expect(await alpha(drawn(plain), 115, 65, scale)).toBeCloseTo(0.4, 1);
      expect(await alpha(drawn(plain), -5, 30, scale)).toBe(0);
      expect(await alpha(drawn(undefined), 115, 65, scale)).toBe(0);
    }
    expect(
      drawn(plain)
        .draw('s0')
        .map(({ kind }) => kind),
    ).toEqual(['shadow', 'path']);
  });

  it('fades at its edge by its blur', async () => {
    const soft = drawn({ ...plain, blur: 20 });
    expect(await alpha(soft, 108, 40)).toBeGreaterThan(0.2);
    expect(await alpha(soft, 125, 40)).toBeGreaterThan(0);
    expect(await alpha(soft, 125, 40)).toBeLessThan(0.2);
  });

  it('is that of the outline where there is no fill', async () => {
    expect(await alpha(drawn(plain, { fill: 'none' }), 60, 40)).toBe(0);
    expect(await alpha(drawn(plain, { fill: 'none' }), 120, 40)).toBeGreaterThan(0.1);
  });

  it('shows each of its properties in SVG', () => {
    const svg = (change: Partial<Shadow>) => drawn({ ...plain, ...change }).svg('s0');
    expect(svg({})).toContain('fill="#ff0000" fill-opacity="0.4" transform="translate(20 10)"');
    expect(svg({ x: -3, y: 7 })).toContain('transform="translate(-3 7)"');
    expect(svg({ blur: 8 })).toContain('<feGaussianBlur stdDeviation="4"/>');
    expect(svg({ color: '#00ff00' })).toContain('fill="#00ff00"');
  });
});
