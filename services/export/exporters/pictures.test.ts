import { readdirSync, readFileSync } from 'node:fs';
import { lightTheme } from '@autograph/render';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Exporter } from '../exporter.ts';
import { shapesOfSource } from '../render-source.ts';
import { drawBoard } from '../scene.ts';
import { manifests } from './registry.gen.ts';

const corpus = new URL('../../../packages/languages/conformance/corpus/', import.meta.url);
const sources = readdirSync(corpus).filter((file) => file.endsWith('.mmd'));
const pictures = (
  await Promise.all(
    sources.map(async (name) => {
      const source = readFileSync(new URL(name, corpus), 'utf8');
      const shapes = await shapesOfSource('mermaid', source).catch(() => []);
      return shapes.some(({ type }) => type === 'picture') ? [{ name, source, shapes }] : [];
    }),
  )
).flat();

async function exported(format: string, shapes: (typeof pictures)[number]['shapes']): Promise<Buffer> {
  const exporters: readonly Exporter[] = manifests;
  const exporter = exporters.find(({ id }) => id === format);
  if (!exporter) throw new Error(`no exporter ${format}`);
  const picture = () => drawBoard(shapes, lightTheme, undefined);
  const file = { title: 'Diagram', note: '', shapes, blocks: [], board: {}, loadImage: async () => undefined, picture };
  return exporter.write(file, { scale: 1, background: '#ffffff' });
}

/** How much of a PNG is painted, and in how many colours that are more than the rim of a letter. */
async function painted(png: Buffer): Promise<{ readonly share: number; readonly colours: number }> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    const colour = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const white = counts.get(0x7fff) ?? 0;
  return { share: 1 - white / (image.width * image.height), colours: [...counts.values()].filter((count) => count > 60).length };
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\w+/g) ?? []);

describe('types of diagrams that are shown as pictures', () => {
  it('are those that have no shapes of their own', () => {
    expect([...new Set(pictures.map(({ name }) => name.replace(/-.*/, '')))]).toEqual([
      ...['journey', 'packet', 'pie', 'quadrant', 'radar', 'sankey', 'treemap', 'xychart'],
    ]);
  });

  it.each(pictures)('$name is there in SVG, with its words, and in PNG', async ({ source, shapes }) => {
    const svg = (await exported('svg', shapes)).toString();
    const [, markup = ''] = /href="data:image\/svg\+xml;charset=utf-8,([^"]*)"/.exec(svg) ?? [];
    const texts = [...decodeURIComponent(markup).matchAll(/<(?:text|tspan)[^>]*>([^<]+)/g)].map(([, text]) => text).join(' ');
    expect(texts).not.toContain('cannot be drawn');
    expect([...wordsOf(texts)].filter((word) => wordsOf(source).has(word)).length).toBeGreaterThan(1);
    const { share, colours } = await painted(await exported('png', shapes));
    expect(share).toBeGreaterThan(0.08);
    expect(colours).toBeGreaterThan(7);
  });

  it('would be told from boards without them', async () => {
    const [first] = pictures;
    const without = first?.shapes.map((shape) => (shape.type === 'picture' ? { ...shape, svg: '<svg/>' } : shape)) ?? [];
    expect((await painted(await exported('png', without))).colours).toBeLessThan(6);
  });
});
