import type { Shape } from '@autograph/document';
import { describe, expect, it } from 'vitest';
import { ForeignFileError } from '../index.ts';
import { readFile } from '../testing/read-file.ts';

const page = (id = 'page:1', name = 'Page 1', index = 'a1') => ({ typeName: 'page', id, name, index });
const shape = (id: string, type: string, props: object, more: object = {}) => ({
  typeName: 'shape',
  id: `shape:${id}`,
  type,
  x: 0,
  y: 0,
  rotation: 0,
  index: 'a1',
  parentId: 'page:1',
  isLocked: false,
  opacity: 1,
  props,
  ...more,
});
const rich = (...words: string[]) => ({
  type: 'doc',
  content: words.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

function read(...records: object[]) {
  return readFile(JSON.stringify({ tldrawFileFormatVersion: 1, schema: { schemaVersion: 2, sequences: {} }, records }));
}

const find = (shapes: readonly Shape[], id: string) => {
  const found = shapes.find((candidate) => candidate.id.endsWith(`shape:${id}`));
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('.tldr', () => {
  it('becomes shapes with their look and styled texts', () => {
    const { shapes } = read(
      page(),
      shape('r', 'geo', {
        geo: 'rectangle',
        w: 200,
        h: 100,
        growY: 20,
        color: 'violet',
        fill: 'pattern',
        dash: 'dotted',
        size: 'l',
        font: 'mono',
        align: 'end',
        verticalAlign: 'start',
        richText: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'plain ' },
                { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
              ],
            },
            {
              type: 'paragraph',
              content: [{ type: 'text', text: 'site', marks: [{ type: 'link', attrs: { href: 'https://a.example' } }] }],
            },
          ],
        },
      }),
      shape('c', 'geo', { geo: 'cloud', w: 90, h: 60, color: 'blue', fill: 'none' }, { index: 'a2' }),
      shape('n', 'note', { color: 'yellow', richText: rich('Remember'), growY: 0, size: 'm' }, { index: 'a3' }),
    );
    expect(find(shapes, 'r')).toMatchObject({
      type: 'rectangle',
      w: 200,
      h: 120,
      stroke: 'purple',
      stroke_width: 5,
      stroke_style: 'dotted',
      fill: 'purple',
      fill_style: 'hatch',
      font: 'mono',
      text_align: 'right',
      text_valign: 'top',
      text: 'plain bold\nsite',
      text_spans: [
        { from: 6, to: 10, bold: true },
        { from: 11, to: 15, link: 'https://a.example' },
      ],
    });
    expect(find(shapes, 'c')).toMatchObject({ type: 'node', outline: 'cloud', fill: 'none' });
    expect(find(shapes, 'n')).toMatchObject({ type: 'sticky', w: 200, h: 200, text: 'Remember' });
  });

  it('keeps arrows bound by their binding records, and bent', () => {
    const box = { geo: 'ellipse', w: 100, h: 50 };
    const { shapes } = read(
      page(),
      shape('a', 'geo', box),
      shape('b', 'geo', box, { x: 300, index: 'a2' }),
      shape(
        'ab',
        'arrow',
        {
          start: { x: 0, y: 0 },
          end: { x: 200, y: 0 },
          bend: 0,
          arrowheadStart: 'none',
          arrowheadEnd: 'diamond',
          richText: rich('calls'),
          labelPosition: 0.25,
        },
        { index: 'a3' },
      ),
      shape(
        'free',
        'arrow',
        { start: { x: 0, y: 0 }, end: { x: 100, y: 0 }, bend: 30, arrowheadEnd: 'arrow' },
        { x: 10, y: 200, index: 'a4' },
      ),
      {
        typeName: 'binding',
        id: 'binding:1',
        type: 'arrow',
        fromId: 'shape:ab',
        toId: 'shape:a',
        props: { terminal: 'start', normalizedAnchor: { x: 0.5, y: 0.5 }, isPrecise: false },
      },
      {
        typeName: 'binding',
        id: 'binding:2',
        type: 'arrow',
        fromId: 'shape:ab',
        toId: 'shape:b',
        props: { terminal: 'end', normalizedAnchor: { x: 1, y: 0.25 }, isPrecise: true },
      },
    );
    expect(find(shapes, 'ab')).toMatchObject({
      start: { shape_id: 'shape:a' },
      end: { shape_id: 'shape:b', anchor: { x: 1, y: 0.25 } },
      end_head: 'diamond',
      text: 'calls',
      label_position: 0.25,
    });
    expect(find(shapes, 'free')).toMatchObject({ start: { x: 10, y: 200 }, end: { x: 110, y: 200 }, route: 'curved', points: [[60, 170]] });
  });

  it('turns shapes about their middle where tldraw turned them about their corner', () => {
    const { shapes } = read(page(), shape('r', 'geo', { geo: 'rectangle', w: 100, h: 40 }, { x: 100, y: 100, rotation: Math.PI / 2 }));
    const { x, y, w, h, rotation } = find(shapes, 'r');
    expect(rotation).toBe(90);
    // The corner at (100, 100) with the box to its lower left: the middle lies at (80, 150).
    expect([x + w / 2, y + h / 2]).toEqual([expect.closeTo(80), expect.closeTo(150)]);
  });

  it('keeps what is in frames and groups there', () => {
    const { shapes } = read(
      page(),
      shape('f', 'frame', { w: 400, h: 300, name: 'Backend' }, { x: 100, y: 100 }),
      shape('g', 'group', {}, { x: 20, y: 30, parentId: 'shape:f' }),
      shape('r', 'geo', { geo: 'rectangle', w: 10, h: 10 }, { x: 5, y: 5, parentId: 'shape:g' }),
    );
    expect(find(shapes, 'f')).toMatchObject({ type: 'frame', text: 'Backend', x: 100, y: 100 });
    expect(find(shapes, 'g').parent_id).toBe('shape:f');
    const [group, box] = [find(shapes, 'g'), find(shapes, 'r')];
    expect(box.parent_id).toBe('shape:g');
    expect({ x: 100 + group.x + box.x, y: 100 + group.y + box.y }).toEqual({ x: 125, y: 135 });
  });

  it('unpacks freehand strokes of newer files', () => {
    const bytes = new DataView(new ArrayBuffer(18));
    [10, 20, 0.5].forEach((value, at) => {
      bytes.setFloat32(at * 4, value, true);
    });
    // Half-precision 4, -2 and 0.25 as IEEE 754 writes them.
    [0x4400, 0xc000, 0x3400].forEach((bits, at) => {
      bytes.setUint16(12 + at * 2, bits, true);
    });
    const path = Buffer.from(bytes.buffer).toString('base64');
    const { shapes } = read(
      page(),
      shape('d', 'draw', { color: 'red', size: 's', segments: [{ type: 'free', path }] }, { x: 100, y: 100 }),
    );
    expect(find(shapes, 'd')).toMatchObject({
      type: 'pen',
      x: 110,
      y: 118,
      w: 4,
      h: 2,
      points: [
        [0, 2, 0.5],
        [4, 0, 0.75],
      ],
    });
  });

  it('puts several pages side by side in frames', () => {
    const { shapes } = read(
      page('page:1', 'Now', 'a1'),
      page('page:2', 'Later', 'a2'),
      shape('a', 'geo', { geo: 'rectangle', w: 100, h: 100 }),
      shape('b', 'geo', { geo: 'rectangle', w: 100, h: 100 }, { parentId: 'page:2' }),
    );
    const frames = shapes.filter(({ type }) => type === 'frame');
    expect(frames.map(({ text }) => text)).toEqual(['Now', 'Later']);
    expect((frames[1]?.x ?? 0) >= (frames[0]?.w ?? 0)).toBe(true);
    expect(find(shapes, 'b').parent_id).toBe(frames[1]?.id);
  });

  it('says what is wrong, and leaves out what nobody knows', () => {
    expect(() => readFile('{"tldrawFileFormatVersion":1,')).toThrow(ForeignFileError);
    expect(read(page(), shape('v', 'video', {})).losses).toEqual(['Shapes of the kind “video” are left out.']);
  });
});
