import { type Block, BlockRecord } from '@autograph/document';
import { Editor, placeClip } from '@autograph/editor';
import { detectFormat, ForeignFileError } from '@autograph/interchange';
import { readFile } from '@autograph/interchange/testing/read-file.ts';
import { createBlockDeriver } from '@autograph/languages';
import { createTextMeasurer, type ImageLoader } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { expect, it } from 'vitest';
import { manifest as json } from '../services/export/exporters/json/manifest.ts';

const measure = createTextMeasurer();
const newEditor = () => new Editor({ shapes: shapeDefinitions, blocks: createBlockDeriver(measure), measure });

/** A board of everything that an export tells of: drawn shapes that name each other, a diagram as code with places, a guide. */
function furnished(): Editor {
  const editor = newEditor();
  const at = { rotation: 0, parent_id: null };
  editor.createShapes([
    { ...at, id: 'frame', type: 'frame', x: 0, y: 0, w: 400, h: 300, index: 'a0', text: 'Shop' },
    { ...at, id: 'api', type: 'rectangle', x: 20, y: 40, w: 100, h: 60, index: 'a1', parent_id: 'frame', text: 'API' },
    { ...at, id: 'db', type: 'ellipse', x: 600, y: 40, w: 100, h: 60, index: 'a2' },
    { ...at, id: 'line', type: 'arrow', x: 0, y: 0, w: 0, h: 0, index: 'a3', start: { shape_id: 'api' }, end: { shape_id: 'db' } },
  ]);
  const layout = { a: { x: 20, y: 40, pinned: true }, b: { x: 240, y: 40 } };
  editor.createBlock({ language: 'mermaid', source: 'flowchart LR\n  a[Web] --> b[Base]', x: 50, y: 500, layout });
  editor.changeBoard({ background: 'blue', guides: [{ id: 'gd_1', axis: 'x', at: 120 }] });
  return editor;
}

/** What the product's JSON export writes of a board. */
async function exported({ scene, document, board }: Editor, loadImage: ImageLoader = async () => undefined): Promise<string> {
  const blocks = [...document.blocks.values()];
  const coded = blocks.flatMap(({ id }) => [scene.get(id) ?? [], scene.descendants(id)].flat());
  const source = { title: 'Shop', note: '# Shop', shapes: [...document.shapes.values(), ...coded], blocks, board };
  const picture = () => ({ list: [], box: { x: 0, y: 0, w: 0, h: 0 } });
  return String(await json.write({ ...source, picture, loadImage }, { scale: 1, background: undefined }));
}

const look = (editor: Editor) =>
  [...editor.document.shapes.values()].map(({ type, x, y, w, h, text, start, end }) => [
    ...[type, x, y, w, h, text],
    ...[start, end].map((terminal) => editor.scene.get(terminal?.shape_id ?? '')?.type),
  ]);
const withoutId = ({ id: _, index: __, ...block }: Block) => block;

it('reads back the product’s own JSON export as it was, with its diagrams, its note and its board [F500]', async () => {
  const from = furnished();
  const text = await exported(from);
  const board = readFile(text);
  expect([detectFormat(text)?.label, board.note, board.background, board.guides]).toEqual([
    'AutoGraph',
    '# Shop',
    'blue',
    [{ axis: 'x', at: 120 }],
  ]);
  expect([board.shapes.length, board.blocks?.length, board.losses]).toEqual([4, 1, []]);
  const to = newEditor();
  placeClip(to, { shapes: board.shapes ?? [], blocks: board.blocks ?? [] }, { x: 0, y: 0 });
  expect(look(to)).toEqual(look(from));
  expect([...to.document.blocks.values()].map(withoutId)).toEqual([...from.document.blocks.values()].map(withoutId));
  to.undo();
  expect(to.document.shapes.size + to.document.blocks.size).toBe(0);
});

it('carries the pictures of the board, for another server to keep', async () => {
  const from = newEditor();
  const asset = 'a'.repeat(64);
  const at = { rotation: 0, parent_id: null };
  const photo = { ...at, id: 'photo', type: 'picture', x: 0, y: 0, w: 40, h: 30, index: 'a0', asset };
  from.createShapes([photo]);
  const data = new Uint8Array([137, 80, 78, 71, 0, 255, 1]);
  const text = await exported(from, async (source) =>
    source.kind === 'asset' && source.id === asset ? { mime: 'image/png', data } : undefined,
  );
  expect(readFile(text).images).toEqual(new Map([[asset, { mime: 'image/png', data }]]));
});

it('keeps what it cannot show, leaves out what it cannot read and says how much, and refuses what only seems to be one', () => {
  const shape = { id: 'a', type: 'hologram', x: 1, y: 2, w: 30, h: 40, rotation: 0, parent_id: null, index: 'a0', glow: 1 };
  const canvas = { shapes: [shape, { id: 'b', type: 'rectangle', x: 'left' }, 7], blocks: [{ id: 'c' }] };
  const board = readFile(JSON.stringify({ canvas_data: canvas }));
  expect(board.shapes).toMatchObject([{ id: 'a', type: 'placeholder', kept: expect.stringContaining('glow') }]);
  expect(board.losses).toEqual(['3 of its shapes and diagrams could not be read.']);
  expect(BlockRecord.safeParse(canvas.blocks[0]).success).toBe(false);
  const broken = '{"canvas_data": {}}';
  expect(() => readFile(broken)).toThrow(ForeignFileError);
  expect(['{"canvas_data": 1}', '{}', 'canvas_data'].map((text) => detectFormat(text))).toEqual([undefined, undefined, undefined]);
});
