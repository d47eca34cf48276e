import { type Driver, drive } from '@autograph/editor/testing/driver.ts';
import { expect, it } from 'vitest';
import { putOwnFile, readOwnFile } from './own-file.ts';

/** The board as the JSON export writes it. */
function exported({ editor }: Driver, note = ''): string {
  const { scene, document } = editor;
  const shapes = scene.inPaintOrder([...scene.query({ x: -1e6, y: -1e6, w: 2e6, h: 2e6 })]).flatMap((id) => scene.get(id) ?? []);
  const drawn = shapes.filter(({ id }) => !document.blocks.has(id));
  return JSON.stringify({
    title: 'Shop',
    note_content: note,
    canvas_data: { shapes: drawn, blocks: [...document.blocks.values()], board: {} },
  });
}

const look = ({ editor }: Driver) =>
  [...editor.document.shapes.values()].map(({ type, x, y, w, h, text }) => ({ type, x, y, w, h, text })).sort((a, b) => a.x - b.x);

function furnished(): Driver {
  const driver = drive().press('r').drag([100, 100], [200, 160]).press('r').drag([400, 100], [500, 160]);
  driver.editor.createBlock({ language: 'test', source: 'test\na\nb', x: 100, y: 300 });
  return driver;
}

it('reads back what was exported as it was, as one step [F500]', () => {
  const from = furnished();
  const file = readOwnFile(exported(from));
  const to = drive();
  expect(file && putOwnFile(to.editor, file)).toBe(3);
  expect(look(to)).toEqual(look(from));
  expect([...to.editor.document.blocks.values()]).toMatchObject([{ language: 'test', source: 'test\na\nb', x: 100, y: 300 }]);
  to.editor.undo();
  expect(to.editor.document.shapes.size + to.editor.document.blocks.size).toBe(0);
});

it('puts a board beside what is there about the point where it was dropped', () => {
  const file = readOwnFile(exported(furnished()));
  const to = drive().press('r').drag([0, 0], [50, 50]);
  if (file) putOwnFile(to.editor, file, { x: 1000, y: 1000 });
  expect(look(to).filter(({ x }) => x > 500)).toHaveLength(2);
});

it.each(['{"canvas_data": 1}', '{"canvas_data"', '{}', 'canvas_data'])('takes %j for no export', (text) => {
  expect(readOwnFile(text)).toBeUndefined();
});
