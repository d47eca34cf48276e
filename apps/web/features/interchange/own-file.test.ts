import { type Driver, drive } from '@autograph/editor/testing/driver.ts';
import { expect, it } from 'vitest';
import { putOwnFile, readOwnFile } from './own-file.ts';

/** The board as the JSON export writes it: everything drawn, what blocks draw and what stands for them included. */
function exported({ editor }: Driver, change: object = {}): string {
  const { scene, document } = editor;
  const coded = [...document.blocks.keys()].flatMap((id) => [scene.get(id) ?? [], scene.descendants(id)].flat());
  const shapes = [...document.shapes.values(), ...coded].map((shape) => ({ ...shape, ...change }));
  return JSON.stringify({ title: 'Shop', canvas_data: { shapes, blocks: [...document.blocks.values()], board: {} } });
}

const look = ({ editor }: Driver) =>
  [...editor.document.shapes.values()].map(({ type, x, y, w, h, text }) => ({ type, x, y, w, h, text })).sort((a, b) => a.x - b.x);

function furnished(): Driver {
  const driver = drive().press('r').drag([100, 100], [200, 160]).press('r').drag([400, 100], [500, 160]);
  const layout = { a: { x: 20, y: 20 }, b: { x: 20, y: 120 } };
  driver.editor.createBlock({ language: 'test', source: 'test\na\nb', x: 100, y: 300, layout });
  return driver;
}

it('reads back what was exported as it was, as one step [F500]', () => {
  const from = furnished();
  const file = readOwnFile(exported(from));
  const to = drive();
  expect(file && putOwnFile(to.editor, file)).toBe(3);
  expect(look(to)).toEqual(look(from));
  expect([...to.editor.document.blocks.values()]).toMatchObject([{ source: 'test\na\nb', x: 100, y: 300, layout: { b: { y: 120 } } }]);
  to.editor.undo();
  expect(to.editor.document.shapes.size + to.editor.document.blocks.size).toBe(0);
});

it('puts a board beside what is there about the point where it was dropped', () => {
  const file = readOwnFile(exported(furnished()));
  const to = drive().press('r').drag([0, 0], [50, 50]);
  if (file) putOwnFile(to.editor, file, { x: 1000, y: 1000 });
  const [, left, right] = look(to);
  expect(left && right && (left.x + right.x + right.w) / 2).toBeCloseTo(1000);
  expect(left && left.y + left.h).toBeLessThan(1000);
});

it.each(['{"canvas_data": 1}', '{"canvas_data"', '{}', 'canvas_data'])('takes %j for no export', (text) => {
  expect(readOwnFile(text)).toBeUndefined();
});
