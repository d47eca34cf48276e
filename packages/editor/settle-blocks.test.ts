import { expect, it } from 'vitest';
import { settleBlocks } from './settle-blocks.ts';
import { drive } from './testing/driver.ts';

/** A new diagram on a board with a rectangle at 300, 200, settled about a point. */
function settled(at: { x: number; y: number }) {
  const driver = drive().press('r').drag([300, 200], [400, 260]);
  const { editor } = driver;
  const id = editor.createBlock({ language: 'toy', source: 'a > b', x: 0, y: 0 }) ?? '';
  const place = settleBlocks(editor, [id], at);
  return { editor, id, place, box: editor.scene.pageBounds(id) ?? { x: 0, y: 0, w: 0, h: 0 } };
}

it('puts a diagram about the point where it was asked for', () => {
  const { box, place } = settled({ x: 900, y: 700 });
  expect(Math.abs(box.x + box.w / 2 - 900)).toBeLessThanOrEqual(1);
  expect(Math.abs(box.y + box.h / 2 - 700)).toBeLessThanOrEqual(1);
  expect(place).toEqual(box);
});

it('moves it down past what is there, within the step that made it', () => {
  const { editor, box, id } = settled({ x: 350, y: 230 });
  expect(Math.abs(box.x + box.w / 2 - 350)).toBeLessThanOrEqual(1);
  expect(box.y).toBe(260 + 48);
  editor.undo();
  expect(editor.document.blocks.has(id)).toBe(false);
  expect(editor.document.shapes.size).toBe(1);
});

it('puts diagrams that come together side by side, clear of what is there', () => {
  const { editor } = drive().press('r').drag([300, 200], [400, 260]);
  const ids = ['a > b', 'c > d'].map((source) => editor.createBlock({ language: 'toy', source, x: 0, y: 0 }) ?? '');
  const place = settleBlocks(editor, ids, { x: 350, y: 230 });
  const [one, two] = ids.map((id) => editor.scene.pageBounds(id));
  expect(one && two && [two.x - (one.x + one.w), two.y - one.y]).toEqual([80, 0]);
  expect(one?.y).toBe(260 + 48);
  expect(place).toMatchObject({ x: one?.x, y: one?.y });
});
