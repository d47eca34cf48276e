import type { Shape } from '@autograph/document';
import { type BlockDeriver, DocumentStore, SceneGraph } from '@autograph/editor';
import { createTextMeasurer, lightTheme } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ForeignFileError } from '../index.ts';
import { readFile as read } from '../testing/read-file.ts';
import { writeExcalidraw } from './write.ts';

const nothingDerived: BlockDeriver = {
  recognise: () => undefined,
  derive: () => ({ shapes: [], diagnostics: [], unplaced: [], ranges: new Map(), offers: new Set() }),
  idsOf: () => new Set(),
  edit: () => ({ refused: '' }),
  restructure: () => ({ refused: '' }),
  write: () => undefined,
};

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const file = (elements: readonly object[], more: object = {}) =>
  JSON.stringify({ type: 'excalidraw', version: 2, source: 'https://excalidraw.com', elements, appState: {}, files: {}, ...more });

const find = (shapes: readonly Shape[], id: string) => {
  const found = shapes.find((shape) => shape.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

function write(shapes: readonly Shape[]): string {
  const store = new DocumentStore();
  store.apply({ shapes: shapes.map((shape) => [shape.id, shape] as const) }, 'remote');
  const scene = new SceneGraph(store, new Map(shapeDefinitions.map((definition) => [definition.type, definition])), nothingDerived);
  return writeExcalidraw({ shapes, context: { theme: lightTheme, measure: createTextMeasurer(), scene }, images: () => undefined });
}

describe('.excalidraw', () => {
  it('keeps which lines are drawn by hand', () => {
    const element = { type: 'rectangle', x: 0, y: 0, width: 80, height: 60 };
    const line = {
      type: 'arrow',
      x: 100,
      y: 0,
      width: 80,
      height: 0,
      points: [
        [0, 0],
        [80, 0],
      ],
    };
    const { shapes } = read(
      file([
        { ...element, id: 'rough', roughness: 1 },
        { ...element, id: 'clean', roughness: 0 },
        { ...line, id: 'line', roughness: 2 },
      ]),
    );
    expect(['rough', 'clean', 'line'].map((id) => find(shapes, id).look)).toEqual(['hand_drawn', undefined, 'hand_drawn']);
    const back = read(write(shapes)).shapes;
    expect(['rough', 'clean', 'line'].map((id) => find(back, id).look)).toEqual(['hand_drawn', undefined, 'hand_drawn']);
  });

  it('becomes shapes with their look, and texts inside them', () => {
    const { shapes, losses } = read(
      file([
        {
          id: 'a',
          type: 'rectangle',
          x: 10,
          y: 20,
          width: 120,
          height: 60,
          angle: Math.PI / 2,
          strokeColor: '#e03131',
          backgroundColor: '#ffc9c9',
          fillStyle: 'hachure',
          strokeStyle: 'dashed',
          strokeWidth: 4,
          opacity: 50,
          roundness: { type: 3 },
          boundElements: [{ id: 't', type: 'text' }],
        },
        {
          id: 't',
          type: 'text',
          x: 40,
          y: 40,
          width: 30,
          height: 25,
          text: 'A\nPI',
          originalText: 'API',
          containerId: 'a',
          fontSize: 28,
          fontFamily: 3,
          textAlign: 'center',
          verticalAlign: 'middle',
        },
        { id: 'd', type: 'diamond', x: 200, y: 0, width: 50, height: 50, isDeleted: true },
      ]),
    );
    expect(losses).toEqual([]);
    expect(shapes).toHaveLength(1);
    expect(find(shapes, 'a')).toMatchObject({
      type: 'rectangle',
      x: 10,
      y: 20,
      w: 120,
      h: 60,
      rotation: 90,
      stroke: '#e03131',
      fill: '#ffc9c9',
      fill_style: 'hatch',
      stroke_style: 'dashed',
      stroke_width: 4,
      opacity: 0.5,
      radius: 15,
      text: 'API',
      font: 'mono',
      font_size: 28,
    });
  });

  it('keeps arrows bound, with their heads and labels', () => {
    const { shapes } = read(
      file([
        { id: 'a', type: 'ellipse', x: 0, y: 0, width: 100, height: 50 },
        { id: 'b', type: 'diamond', x: 300, y: 0, width: 100, height: 50 },
        {
          id: 'ab',
          type: 'arrow',
          x: 100,
          y: 25,
          width: 200,
          height: 0,
          points: [
            [0, 0],
            [100, 40],
            [200, 0],
          ],
          roundness: { type: 2 },
          startBinding: { elementId: 'a', focus: 0, gap: 1 },
          endBinding: { elementId: 'b', focus: 0, gap: 1 },
          startArrowhead: 'crowfoot_many',
          endArrowhead: 'triangle_outline',
        },
        { id: 'l', type: 'text', x: 0, y: 0, text: 'writes', containerId: 'ab' },
        {
          id: 'free',
          type: 'arrow',
          x: 5,
          y: 6,
          points: [
            [0, 0],
            [10, 20],
          ],
          startBinding: { elementId: 'gone' },
        },
      ]),
    );
    expect(find(shapes, 'ab')).toMatchObject({
      start: { shape_id: 'a' },
      end: { shape_id: 'b' },
      start_head: 'many',
      end_head: 'triangle_open',
      route: 'curved',
      points: [[200, 65]],
      text: 'writes',
    });
    expect(find(shapes, 'free')).toMatchObject({ start: { x: 5, y: 6 }, end: { x: 15, y: 26 } });
  });

  it('keeps groups in groups, and what is in frames in their coordinates', () => {
    const { shapes } = read(
      file([
        { id: 'a', type: 'rectangle', x: 110, y: 120, width: 10, height: 10, groupIds: ['inner', 'outer'], frameId: 'f' },
        { id: 'b', type: 'rectangle', x: 130, y: 120, width: 10, height: 10, groupIds: ['outer'], frameId: 'f' },
        { id: 'f', type: 'frame', x: 100, y: 100, width: 200, height: 200, name: 'Backend' },
      ]),
    );
    const parent = (id: string) => find(shapes, id).parent_id ?? '';
    expect(find(shapes, parent('a')).type).toBe('group');
    expect(parent(parent('a'))).toBe(parent('b'));
    expect(parent(parent('b'))).toBe('f');
    expect(find(shapes, 'a')).toMatchObject({ x: 110, y: 120 });
    expect(find(shapes, parent('b'))).toMatchObject({ x: -100, y: -100 });
    expect(find(shapes, 'f')).toMatchObject({ type: 'frame', text: 'Backend' });
  });

  it('brings pictures along, vector graphics as text', () => {
    const image = (id: string, fileId: string) => ({ id, type: 'image', x: 0, y: 0, width: 10, height: 10, fileId });
    const { shapes, images, losses } = read(
      file([image('p', 'png'), image('v', 'svg'), image('m', 'missing')], {
        files: {
          png: { dataURL: `data:image/png;base64,${dot}` },
          svg: { dataURL: 'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=' },
        },
      }),
    );
    expect(images.get('png')?.mime).toBe('image/png');
    expect(find(shapes, 'p')).toMatchObject({ type: 'picture', asset: 'png' });
    expect(find(shapes, 'v')).toMatchObject({ type: 'picture', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    expect(losses).toHaveLength(1);
  });

  it('says what is wrong with a damaged file', () => {
    expect(() => read(file([]).slice(0, -3))).toThrow(ForeignFileError);
    expect(read(file([{ id: 'x', type: 'hologram', x: 0, y: 0 }])).losses).toEqual(['Elements of the kind “hologram” are left out.']);
  });

  it('makes sound shapes of whatever stands in a file', () => {
    const wild = fc.oneof(
      fc.double(),
      fc.string(),
      fc.constant(null),
      fc.array(fc.array(fc.double())),
      fc.record({ elementId: fc.constantFrom('a', 'b') }),
    );
    const element = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      type: fc.constantFrom('rectangle', 'text', 'arrow', 'freedraw', 'frame', 'image', 'line'),
      x: fc.double({ noNaN: true }),
      y: fc.double({ noNaN: true }),
      width: wild,
      angle: wild,
      strokeColor: wild,
      strokeWidth: wild,
      opacity: wild,
      points: wild,
      groupIds: fc.oneof(wild, fc.array(fc.constantFrom('a', 'g'))),
      frameId: fc.constantFrom('a', 'b', 'c', null),
      containerId: fc.constantFrom('a', 'b', null),
      startBinding: wild,
      fontSize: wild,
      text: wild,
    });
    fc.assert(
      fc.property(fc.array(element, { maxLength: 8 }), (elements) => {
        const { shapes } = read(file(elements));
        const ids = new Set(shapes.map(({ id }) => id));
        expect(ids.size).toBe(shapes.length);
        for (const shape of shapes) {
          expect(shapeSchema.safeParse(shape).error?.issues).toBeUndefined();
          if (shape.parent_id !== null) expect(ids).toContain(shape.parent_id);
        }
      }),
    );
  });

  it('is written so that reading it again gives the same board', () => {
    const place = { rotation: 0, parent_id: null } as const;
    const shapes: Shape[] = [
      { ...place, id: 'f', type: 'frame', x: 0, y: 0, w: 500, h: 300, index: 'a0', text: 'Backend' },
      {
        ...place,
        id: 'a',
        type: 'rectangle',
        x: 40,
        y: 60,
        w: 120,
        h: 60,
        index: 'a1',
        parent_id: 'f',
        text: 'API',
        fill: '#ffc9c9',
        fill_style: 'solid',
        stroke: '#e03131',
        stroke_width: 2,
        radius: 8,
        font: 'mono',
      },
      {
        ...place,
        id: 'b',
        type: 'ellipse',
        x: 320,
        y: 60,
        w: 120,
        h: 60,
        index: 'a2',
        parent_id: 'f',
        text: 'DB',
        rotation: 30,
        stroke: '#1971c2',
        fill: 'none',
      },
      {
        ...place,
        id: 'ab',
        type: 'arrow',
        x: 0,
        y: 0,
        w: 0,
        h: 0,
        index: 'a3',
        start: { shape_id: 'a' },
        end: { shape_id: 'b' },
        end_head: 'arrow',
        start_head: 'many',
        stroke: '#2b8a3e',
        text: 'reads',
      },
      {
        ...place,
        id: 'p',
        type: 'pen',
        x: 10,
        y: 400,
        w: 20,
        h: 20,
        index: 'a4',
        points: [
          [0, 0, 0.5],
          [20, 20, 0.75],
        ],
        stroke: '#000000',
      },
    ];
    const again = read(write(shapes)).shapes;
    expect(find(again, 'a')).toMatchObject({
      x: 40,
      y: 60,
      w: 120,
      h: 60,
      parent_id: 'f',
      text: 'API',
      fill: '#ffc9c9',
      stroke: '#e03131',
      radius: 8,
      font: 'mono',
    });
    expect(find(again, 'b')).toMatchObject({ type: 'ellipse', rotation: 30, text: 'DB', fill: 'none' });
    expect(find(again, 'ab')).toMatchObject({
      start: { shape_id: 'a' },
      end: { shape_id: 'b' },
      start_head: 'many',
      end_head: 'arrow',
      text: 'reads',
    });
    expect(find(again, 'p')).toMatchObject({
      type: 'pen',
      points: [
        [0, 0, 0.5],
        [20, 20, 0.75],
      ],
    });
  });

  it('draws kinds that Excalidraw lacks with lines and texts in one group', () => {
    const table: Shape = Object.assign(
      { id: 'e', type: 'entity', x: 10, y: 10, w: 160, h: 80, rotation: 0, parent_id: null, index: 'a0', text: 'users' },
      { rows: [] },
    );
    const { elements } = JSON.parse(write([table]));
    expect(elements.some((element: { type: string; text?: string }) => element.type === 'text' && element.text === 'users')).toBe(true);
    expect(new Set(elements.flatMap((element: { groupIds: string[] }) => element.groupIds)).size).toBe(1);
  });
});

describe('.excalidrawlib', () => {
  it('lays its items out in rows, each a named group', () => {
    const item = (name: string) => ({ name, elements: [{ id: 'r', type: 'rectangle', x: 500, y: 500, width: 80, height: 40 }] });
    const { shapes } = read(
      JSON.stringify({ type: 'excalidrawlib', version: 2, libraryItems: Array.from({ length: 8 }, (_, at) => item(`Item ${at}`)) }),
    );
    const boxes = shapes.filter(({ type }) => type === 'rectangle');
    expect(boxes).toHaveLength(8);
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(2);
    expect(shapes.filter(({ type }) => type === 'group').map(({ name }) => name)).toContain('Item 7');
  });

  it('reads the older form too', () => {
    const { shapes } = read(
      JSON.stringify({ type: 'excalidrawlib', version: 1, library: [[{ id: 'r', type: 'ellipse', x: 0, y: 0, width: 80, height: 40 }]] }),
    );
    expect(shapes.map(({ type }) => type)).toEqual(['group', 'ellipse']);
  });
});
