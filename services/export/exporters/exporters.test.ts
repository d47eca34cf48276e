import { inflateSync } from 'node:zlib';
import type { ExportFormat } from '@autograph/contracts/export.ts';
import type { Shape } from '@autograph/document';
import { lightTheme } from '@autograph/render';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Exporter } from '../exporter.ts';
import { shapesOfSource } from '../render-source.ts';
import { drawBoard } from '../scene.ts';
import { manifests } from './registry.gen.ts';

const shape = (id: string, type: string, box: [number, number, number, number], more: Partial<Shape> = {}): Shape => ({
  id,
  type,
  x: box[0],
  y: box[1],
  w: box[2],
  h: box[3],
  rotation: 0,
  parent_id: null,
  index: `a${id.slice(-1)}`,
  ...more,
});

const board: readonly Shape[] = [
  shape('sh_0', 'rectangle', [0, 0, 200, 100], { text: 'Web shop', stroke: 'black', stroke_width: 2 }),
  shape('sh_1', 'ellipse', [300, 0, 200, 100], { fill: '#ffffff', fill_style: 'solid', stroke: '#000000', stroke_width: 10 }),
  shape('sh_2', 'arrow', [200, 50, 100, 0], {
    start: { shape_id: 'sh_0' },
    end: { shape_id: 'sh_1' },
    end_head: 'arrow',
    stroke_style: 'dashed',
  }),
  shape('sh_3', 'text', [0, 200, 120, 24], { text: 'Grüße, Мир' }),
];

interface Wish {
  readonly scale?: number;
  readonly background?: string;
  readonly ids?: readonly string[];
  readonly shapes?: readonly Shape[];
  readonly hasCode?: boolean;
}

async function write(format: ExportFormat, { scale = 1, background, ids, shapes = board, hasCode = true }: Wish = {}): Promise<Buffer> {
  const exporters: readonly Exporter[] = manifests;
  const exporter = exporters.find(({ id }) => id === format);
  if (!exporter) throw new Error(`no exporter ${format}`);
  const blocks = [{ id: 'bl_1', language: 'mermaid', source: 'flowchart LR\n  a --> b', x: 0, y: 0, index: 'a0', layout: {} }];
  return exporter.write(
    {
      title: 'Shop',
      note: 'Sells ``` things.',
      shapes,
      blocks: hasCode ? blocks : [],
      board: { background: '#20242c' },
      loadImage: async () => undefined,
      picture: () => drawBoard(shapes, lightTheme, ids),
    },
    { scale, background },
  );
}

async function pixels(png: Buffer) {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return {
    w: image.width,
    h: image.height,
    at: (x: number, y: number) => [...data.slice((y * image.width + x) * 4, (y * image.width + x) * 4 + 4)],
  };
}

function elements(svg: string): { name: string; attributes: Record<string, unknown> }[] {
  const found: { name: string; attributes: Record<string, unknown> }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return found;
}

/** Every Flate stream of a PDF, as text. */
function streams(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    try {
      return [inflateSync(pdf.subarray(start, end)).toString('latin1')];
    } catch {
      return [];
    }
  });
}

describe('PNG', () => {
  it('is as large as what is drawn and its margin, and grows with the scale [F485, F486, F487, F505]', async () => {
    const { box } = drawBoard(board, lightTheme, undefined);
    const sizes = await Promise.all([1, 2, 3, 4].map(async (scale) => ({ file: await write('png', { scale }), scale })));
    for (const { file, scale } of sizes) {
      expect([...file.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      const { w, h } = await pixels(file);
      expect([w, h]).toEqual([Math.ceil(box.w * scale), Math.ceil(box.h * scale)]);
    }
    const bytes = sizes.map(({ file }) => file.length);
    expect([...bytes].sort((a, b) => a - b)).toEqual(bytes);
  });

  it('is clear, white or of any colour behind the drawing [F488, F489, F504]', async () => {
    const corner = async (background?: string) => (await pixels(await write('png', background ? { background } : {}))).at(0, 0);
    expect((await corner())[3]).toBe(0);
    expect(await corner('#ffffff')).toEqual([255, 255, 255, 255]);
    expect(await corner('#3498db')).toEqual([0x34, 0x98, 0xdb, 255]);
    expect(await corner('#f0f0f0')).toEqual([0xf0, 0xf0, 0xf0, 255]);
  });

  it('smooths the rim of a circle [F490]', async () => {
    const { w, h, at } = await pixels(await write('png', { background: '#ffffff', ids: ['sh_1'] }));
    const shades = new Set<number>();
    for (let x = 0; x < w / 2; x++) shades.add(at(x, Math.floor(h / 3))[0] ?? 0);
    expect([...shades].filter((shade) => shade > 20 && shade < 235).length).toBeGreaterThan(0);
  });

  it('shows only the chosen shapes, cropped to them, on nothing [F227]', async () => {
    const whole = await pixels(await write('png'));
    const two = await pixels(await write('png', { ids: ['sh_0', 'sh_3'] }));
    expect(two.w).toBeLessThan(whole.w);
    expect(two.h).toBeLessThan(whole.h);
    expect(two.at(0, 0)[3]).toBe(0);
  });
});

describe('SVG', () => {
  it('is well-formed, of vectors and text, with nothing to fetch or run [F491]', async () => {
    const found = elements((await write('svg')).toString());
    const names = new Set(found.map(({ name }) => name));
    expect(names).toContain('path');
    expect(names).toContain('text');
    for (const forbidden of ['script', 'foreignObject', 'image']) expect(names).not.toContain(forbidden);
    const values = found.flatMap(({ attributes }) =>
      Object.entries(attributes)
        .filter(([name]) => name !== 'xmlns')
        .map(([, value]) => String(value)),
    );
    expect(values.filter((value) => /https?:|javascript:/.test(value))).toEqual([]);
  });

  it('keeps the widths of lines [F202]', async () => {
    for (const width of [1, 5, 10]) {
      const shapes = [
        shape('sh_0', 'rectangle', [0, 0, 90, 60], { stroke_width: width }),
        shape('sh_1', 'ellipse', [150, 0, 90, 60], { stroke_width: width }),
        shape('sh_2', 'line', [0, 100, 90, 0], { stroke_width: width, start: { x: 0, y: 100 }, end: { x: 90, y: 100 } }),
      ];
      const widths = elements((await write('svg', { shapes })).toString()).flatMap(({ attributes }) =>
        attributes.stroke ? [Number(attributes['stroke-width'] ?? 1)] : [],
      );
      expect(widths.filter((found) => found === width)).toHaveLength(3);
    }
  });

  it('shows just the chosen shapes and hugs them [F502]', async () => {
    const svg = (await write('svg', { ids: ['sh_3'] })).toString();
    expect(svg).toContain('Grüße');
    expect(svg).not.toContain('Web shop');
    const [, , w = 0, h = 0] = String(elements(svg)[0]?.attributes.viewBox).split(' ').map(Number);
    expect(w).toBeLessThan(220);
    expect(h).toBeLessThan(100);
  });
});

describe('PDF', () => {
  it('is one page of vectors with its fonts inside, compressed [F495, F497, F498]', async () => {
    const pdf = await write('pdf', { background: '#ffffff' });
    const text = pdf.toString('latin1');
    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    expect(text).toMatch(/\/FontFile[23]/);
    expect(text).toMatch(/\/BaseFont \/\w+\+Inter/);
    expect(text).not.toContain('/Subtype /Image');
    expect(streams(pdf).some((content) => /\d m\n[\s\S]* c\n/.test(content))).toBe(true);
  });

  it('has a page as large as the drawing', async () => {
    const { box } = drawBoard(board, lightTheme, undefined);
    const [, w, h] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec((await write('pdf')).toString('latin1')) ?? [];
    expect(Number(w)).toBeCloseTo(box.w, 1);
    expect(Number(h)).toBeCloseTo(box.h, 1);
  });

  it('shows the letters of every script, and emoji, as the canvas does', async () => {
    const only = (text: string) => write('pdf', { shapes: [shape('sh_3', 'text', [0, 0, 300, 24], { text })] });
    for (const text of ['مرحبا بالعالم', '你好，世界', '한국어', '🎉']) {
      const [, width = 0] = /\/Subtype \/Image[\s\S]*?\/Width (\d+)/.exec((await only(text)).toString('latin1')) ?? [];
      expect(Number(width)).toBeGreaterThan(60);
    }
    expect((await only('Grüße, Мир, Ελλάδα')).toString('latin1')).not.toContain('/Subtype /Image');
  });

  it('draws icons and pictures as images', async () => {
    const shapes = await shapesOfSource('mermaid', 'pie title Pets\n  "Dogs" : 3\n  "Cats" : 1');
    expect((await write('pdf', { shapes })).toString('latin1')).toContain('/Subtype /Image');
  });
});

describe('texts', () => {
  it('JSON holds the canvas as the API takes it', async () => {
    const { canvas_data } = JSON.parse((await write('json')).toString());
    expect(canvas_data.shapes).toEqual(board);
    expect(canvas_data.blocks).toHaveLength(1);
    expect(canvas_data.board).toEqual({ background: '#20242c' });
  });

  it('Mermaid is the source itself [F302]', async () => {
    expect((await write('mmd')).toString()).toBe('flowchart LR\n  a --> b\n');
  });

  it('Mermaid is refused, with what to do, where there is no diagram as code', async () => {
    await expect(write('mmd', { hasCode: false })).rejects.toMatchObject({ code: 'nothing_to_export', status: 422 });
  });

  it('Markdown has title, note and a fence that the source cannot close', async () => {
    expect((await write('md')).toString()).toBe('# Shop\n\nSells ``` things.\n\n```mermaid\nflowchart LR\n  a --> b\n```\n');
  });
});

describe('diagram text', () => {
  it('becomes laid-out shapes', async () => {
    const shapes = await shapesOfSource('mermaid', 'flowchart LR\n  a[API] --> b[(Store)]');
    expect(shapes.filter(({ type }) => type === 'node').map(({ text }) => text)).toEqual(['API', 'Store']);
    const svg = (await write('svg', { shapes })).toString();
    expect(svg).toContain('API');
    expect(svg).not.toContain('Flowchart');
  });

  it('is refused with line and column when it does not parse', async () => {
    await expect(shapesOfSource('mermaid', 'flowchart LR\n  a -->')).rejects.toMatchObject({
      code: 'syntax_error',
      details: [{ path: 'body.source', line: 2 }],
    });
  });
});
