import type { Box } from '@autograph/geometry';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { createTilePainter, type TilePainterOptions, type View } from '../index.ts';

interface Blob extends Box {
  readonly color: string;
}

/** A painter of coloured boxes with a clock that only painting moves. */
function bench(blobs: Blob[], own: Partial<TilePainterOptions> = {}) {
  const painted: Box[] = [];
  let time = 0;
  let surfaces = 0;
  const painter = createTilePainter({
    createSurface(w, h) {
      surfaces++;
      const canvas = createCanvas(w, h);
      return { context: canvas.getContext('2d'), pixels: canvas };
    },
    paint(context, box) {
      painted.push(box);
      time += 3;
      context.fillStyle = '#ffffff';
      context.fillRect(box.x, box.y, box.w, box.h);
      for (const blob of blobs) {
        context.fillStyle = blob.color;
        context.fillRect(blob.x, blob.y, blob.w, blob.h);
      }
    },
    now: () => time,
    background: () => '#eeeeee',
    tileSize: 64,
    ...own,
  });
  const canvas = createCanvas(256, 128);
  const target = canvas.getContext('2d');
  const draw = (view: Partial<View> = {}, budget = 1e6, zooming = false) =>
    painter.draw(target, { x: 0, y: 0, zoom: 1, w: 256, h: 128, ...view }, budget, zooming);
  const color = (x: number, y: number) => {
    const [r = 0, g = 0, b = 0] = target.getImageData(x, y, 1, 1).data;
    return `#${[r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  };
  const wipe = () => {
    target.setTransform(1, 0, 0, 1, 0, 0);
    target.clearRect(0, 0, 256, 128);
  };
  const until = () => {
    let frames = 1;
    while (!draw({}, 0)) frames++;
    return frames;
  };
  return { painter, painted, draw, color, until, blobs, wipe, surfaces: () => surfaces };
}

const red: Blob = { x: 100, y: 50, w: 20, h: 20, color: '#ff0000' };

describe('tile painter', () => {
  it('shows what the painter paints, across tiles', () => {
    const { draw, color } = bench([red, { x: 60, y: 60, w: 8, h: 8, color: '#0000ff' }]);
    expect(draw()).toBe(true);
    expect([color(110, 60), color(61, 61), color(66, 66), color(10, 10)]).toEqual(['#ff0000', '#0000ff', '#0000ff', '#ffffff']);
  });

  it('pans by copying: only tiles that come into view are painted', () => {
    const { draw, color, painted } = bench([red]);
    draw();
    expect(painted).toHaveLength(8);
    draw({ x: 20, y: 10 });
    expect(color(90, 50)).toBe('#ff0000');
    expect(painted).toHaveLength(8 + 7);
    draw({ x: 30, y: 20 });
    draw({ x: 0, y: 0 });
    expect(painted).toHaveLength(15);
  });

  it('paints no longer than its budget in a frame, from the middle outwards, and ends complete', () => {
    const { draw, until, painted } = bench([red]);
    expect(draw({}, 5)).toBe(false);
    expect(painted).toHaveLength(2);
    expect(painted.every((box) => box.x >= 64 && box.x < 192)).toBe(true);
    expect(until()).toBe(6);
    expect(painted).toHaveLength(8);
  });

  it('shows the background where nothing is painted yet', () => {
    const { draw, color } = bench([red]);
    draw({}, 0);
    expect(color(2, 2)).toBe('#eeeeee');
  });

  it('paints again only what has changed', () => {
    const { draw, color, painted, painter, blobs } = bench([red]);
    draw();
    painted.length = 0;
    blobs[0] = { ...red, color: '#00ff00' };
    painter.invalidate(red);
    draw();
    expect(painted).toHaveLength(2);
    expect(painted.every(({ w, h }) => w <= 24 && h <= 24)).toBe(true);
    expect(color(110, 60)).toBe('#00ff00');
  });

  it('forgets everything when asked', () => {
    const { draw, painted, painter, surfaces } = bench([red]);
    draw();
    painter.clear();
    expect(draw()).toBe(true);
    expect(painted).toHaveLength(16);
    expect(surfaces()).toBe(8);
  });

  it('zooms with what it has, then paints it sharp once the zoom rests', () => {
    const { draw, color, painted } = bench([red]);
    draw();
    painted.length = 0;
    expect(draw({ zoom: 1.1 }, 0, true)).toBe(true);
    expect(painted).toHaveLength(0);
    expect(color(121, 66)).toBe('#ff0000');
    expect(color(112, 57)).toBe('#ff0000');
    expect(draw({ zoom: 1.1 })).toBe(true);
    expect(painted.length).toBeGreaterThan(0);
    expect(color(121, 66)).toBe('#ff0000');
  });

  it('lets no other zoom show through tiles that are present, even on a transparent layer', () => {
    const { draw, color, blobs, wipe } = bench([{ ...red, x: 0, y: 0, w: 256, h: 128 }], {
      background: undefined,
      paint: (context) => {
        for (const { x, y, w, h, color } of blobs) {
          context.fillStyle = color;
          context.fillRect(x, y, w, h);
        }
      },
    });
    draw();
    draw({ zoom: 1.1 }, 1e6, true);
    blobs.length = 0;
    wipe();
    expect(draw({ zoom: 1.1 }, 0)).toBe(false);
    expect([color(96, 32), color(200, 100)]).toEqual(['#000000', '#ff0000']);
  });

  it('paints ahead: the next pan and the next zoom-out find all their tiles', () => {
    const { draw, painted, painter } = bench([red]);
    draw();
    const view = { x: 0, y: 0, zoom: 1, w: 256, h: 128 };
    while (!painter.prefetch(view, 0));
    painted.length = 0;
    expect(draw({ x: 64, y: -64 })).toBe(true);
    expect(painted).toHaveLength(0);
    draw({ x: -115, y: -60, zoom: 0.52 }, 0, true);
    expect(painted).toHaveLength(0);
  });

  it('keeps no more tiles than it may, and uses their surfaces again', () => {
    const { draw, surfaces } = bench([red], { capacity: 20 });
    for (let x = 0; x < 4000; x += 50) draw({ x });
    expect(surfaces()).toBeLessThanOrEqual(20);
    expect(draw({ x: 0 })).toBe(true);
  });

  it('draws a layer that others show through, moved as a whole', () => {
    const canvas = createCanvas(128, 128);
    const target = canvas.getContext('2d');
    const lifted = createTilePainter({
      createSurface: (w, h) => {
        const surface = createCanvas(w, h);
        return { context: surface.getContext('2d'), pixels: surface };
      },
      paint: (context) => {
        context.fillStyle = '#ff0000';
        context.fillRect(10, 10, 20, 20);
      },
      now: () => 0,
    });
    target.fillStyle = '#0000ff';
    target.fillRect(0, 0, 128, 128);
    lifted.draw(target, { x: -50, y: 0, zoom: 1, w: 128, h: 128 }, 10);
    expect([...target.getImageData(70, 20, 1, 1).data.slice(0, 3)]).toEqual([255, 0, 0]);
    expect([...target.getImageData(20, 20, 1, 1).data.slice(0, 3)]).toEqual([0, 0, 255]);
  });
});
