import type { Path } from '@autograph/geometry';
import { describe, expect, it } from 'vitest';
import type { DisplayList, DrawItem } from './index.ts';
import { type RasterOptions, rasterize, toPng } from './raster.node.ts';

const box = { x: 0, y: 0, w: 40, h: 40 };
const square = (x: number, y: number, side: number): Path => [
  ['M', x, y],
  ['L', x + side, y],
  ['L', x + side, y + side],
  ['L', x, y + side],
  ['Z'],
];
const red: DrawItem = { kind: 'path', path: square(10, 10, 20), fill: '#ff0000' };

/** Red, green, blue and alpha, 0..255, of a pixel. */
async function pixel(list: DisplayList, x: number, y: number, options: Partial<RasterOptions> = {}) {
  const canvas = await rasterize(list, { box, ...options });
  return [...canvas.getContext('2d').getImageData(x, y, 1, 1).data];
}

/** How many pixels are not transparent. */
async function inked(list: DisplayList, options: Partial<RasterOptions> = {}) {
  const canvas = await rasterize(list, { box, ...options });
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, i) => i % 4 === 3 && value > 0).length;
}

describe('PNG', () => {
  it('is a file of the size and scale asked for', async () => {
    const png = Buffer.from(await toPng([red], { box, scale: 3 }));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([120, 120]);
  });

  it('is transparent, or of the background that is given', async () => {
    expect(await pixel([red], 2, 2)).toEqual([0, 0, 0, 0]);
    expect(await pixel([red], 2, 2, { background: '#fafafa' })).toEqual([250, 250, 250, 255]);
    expect(await pixel([red], 20, 20)).toEqual([255, 0, 0, 255]);
  });

  it('refuses sizes that are empty or too large', async () => {
    await expect(toPng([], { box: { x: 0, y: 0, w: 0, h: 10 } })).rejects.toThrow(RangeError);
    await expect(toPng([], { box: { x: 0, y: 0, w: 1e6, h: 1e6 } })).rejects.toThrow('1000000 x 1000000');
  });

  it('moves, turns, cuts and fades groups', async () => {
    const group = (own: object): DrawItem => ({ kind: 'group', items: [red], ...own });
    expect(await pixel([group({ dx: 20 })], 12, 20)).toEqual([0, 0, 0, 0]);
    expect(await pixel([group({ rotation: 45, cx: 20, cy: 20 })], 11, 11)).toEqual([0, 0, 0, 0]);
    expect(await pixel([group({ rotation: 45, cx: 20, cy: 20 })], 20, 8)).toEqual([255, 0, 0, 255]);
    expect(await pixel([group({ clip: square(0, 0, 20) })], 25, 25)).toEqual([0, 0, 0, 0]);
    expect((await pixel([group({ opacity: 0.5 })], 20, 20))[3]).toBe(128);
    expect(await pixel([group({ opacity: 0.5 }), red], 20, 20)).toEqual([255, 0, 0, 255]);
  });

  it('leaves holes where the even-odd rule does', async () => {
    const path: Path = [...square(5, 5, 30), ...square(15, 15, 10)];
    expect((await pixel([{ kind: 'path', path, fill: '#00ff00', rule: 'evenodd' }], 20, 20))[3]).toBe(0);
  });

  it('sets every bundled typeface in its own letters, slanted and bold', async () => {
    const text = (font: 'sans' | 'serif' | 'mono' | 'hand', own: object = {}): DisplayList => [
      { kind: 'text', x: 2, y: 30, width: 30, runs: [{ text: 'gR', style: { font, size: 28, ...own }, paint: '#000000' }] },
    ];
    const faces = [text('sans'), text('serif'), text('mono'), text('hand'), text('sans', { bold: true }), text('sans', { italic: true })];
    const pictures = await Promise.all(faces.map((list) => toPng(list, { box })));
    expect(new Set(pictures.map((png) => Buffer.from(png).toString('base64'))).size).toBe(faces.length);
  });

  it('has arrows, ticks and emoji on machines without fonts', async () => {
    const sign = (text: string): DisplayList => [
      { kind: 'text', x: 2, y: 30, width: 28, runs: [{ text, style: { font: 'sans', size: 24 }, paint: '#000000' }] },
    ];
    const pictures = await Promise.all(['→', '←', '✓', '★', '🎉', '🚀'].map((text) => toPng(sign(text), { box })));
    expect(new Set(pictures.map((png) => Buffer.from(png).toString('base64'))).size).toBe(6);
  });

  it('sets what follows letters from right to left as usual', async () => {
    const line = (text: string, y: number, own: object = {}): DrawItem => ({
      kind: 'text',
      x: 2,
      y,
      width: 30,
      runs: [{ text, style: { font: 'sans', size: 14 }, paint: '#000000', ...own }],
    });
    const alone = await rasterize([line('a, b!', 36)], { box });
    const after = await rasterize([line('שלום', 12, { rtl: true }), line('a, b!', 36)], { box });
    const lower = (canvas: typeof alone) => [...canvas.getContext('2d').getImageData(0, 22, 40, 18).data];
    expect(lower(after)).toEqual(lower(alone));
  });

  it('draws text too small to read as a bar', async () => {
    const text: DisplayList = [
      { kind: 'text', x: 0, y: 100, width: 300, runs: [{ text: 'i i i i', style: { font: 'sans', size: 100 }, paint: '#000000' }] },
    ];
    const options = { box: { x: 0, y: 0, w: 400, h: 120 }, scale: 0.03 };
    const list = await rasterize(text, options);
    expect(list.width).toBe(12);
    expect(await inked(text, options)).toBeGreaterThanOrEqual(9);
    const letters = await inked(text, { ...options, scale: 0.1 });
    expect(letters).toBeLessThan(0.1 * 300 * 0.1 * 52);
  });

  it('keeps hairlines visible from afar', async () => {
    const line: DisplayList = [
      {
        kind: 'path',
        path: [
          ['M', 0, 500],
          ['L', 1000, 500],
        ],
        stroke: { paint: '#000000', width: 1 },
      },
    ];
    const alpha = (await pixel(line, 20, 20, { box: { x: 0, y: 0, w: 1000, h: 1000 }, scale: 0.041 }))[3] ?? 0;
    expect(alpha).toBeGreaterThan(60);
  });

  it('shows pictures: inline, loaded, and none where the loader fails', async () => {
    const blue = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="#0000ff"/></svg>';
    const image = (source: (DrawItem & { kind: 'image' })['source']): DrawItem => ({
      kind: 'image',
      box: { x: 10, y: 10, w: 20, h: 20 },
      source,
    });
    expect(await pixel([image({ kind: 'svg', svg: blue })], 20, 20)).toEqual([0, 0, 255, 255]);
    const wide = blue.replace('width="10" height="10">', 'viewBox="0 0 20 10">').replace('width="10"', 'width="20"');
    expect(await pixel([image({ kind: 'svg', svg: wide })], 20, 20)).toEqual([0, 0, 255, 255]);
    expect(await pixel([image({ kind: 'svg', svg: wide })], 20, 12)).toEqual([0, 0, 0, 0]);
    const loadImage = async () => ({ mime: 'image/svg+xml', data: blue });
    expect(await pixel([image({ kind: 'icon', id: 'x' })], 20, 20, { loadImage })).toEqual([0, 0, 255, 255]);
    const failing = async () => Promise.reject(new Error('gone'));
    expect(await pixel([image({ kind: 'icon', id: 'x' })], 20, 20, { loadImage: failing })).toEqual([0, 0, 0, 0]);
    const place: DrawItem = {
      kind: 'image',
      box: { x: 10, y: 10, w: 20, h: 20 },
      source: { kind: 'icon', id: 'x' },
      placeholder: '#ff0000',
    };
    expect(await pixel([place], 20, 20, { loadImage: failing })).toEqual([255, 0, 0, 255]);
    expect(await pixel([image({ kind: 'svg', svg: 'no picture' })], 20, 20)).toEqual([0, 0, 0, 0]);
    const empty: DrawItem = { ...place, box: { x: 0, y: 0, w: 40, h: 40 }, placeholder: '#ffffff' };
    const missing = await rasterize([empty], { box, loadImage: failing });
    const { data } = missing.getContext('2d').getImageData(0, 0, 40, 40);
    const signs = data.filter((value, i) => i % 4 === 0 && value < 240).length;
    expect(signs, 'pixels of the sign that stands for a picture').toBeGreaterThan(60);
  });
});
