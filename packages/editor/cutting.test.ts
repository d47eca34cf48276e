import { expect, it } from 'vitest';
import { cutAway } from './paste.ts';
import { drive } from './testing/driver.ts';

it('cutting leaves what is locked, and takes what was copied, whatever is selected by then', () => {
  const driver = drive();
  const draw = (x: number) => driver.press('r').drag([x, 10], [x + 50, 60]).editor.selection[0] ?? '';
  const [free, locked, other] = [draw(10), draw(110), draw(210)];
  const { editor } = driver;
  editor.updateShapes([{ id: locked, change: { locked: true } }]);
  editor.select([other]);
  cutAway(editor, [free, locked]);
  expect([...editor.document.shapes.keys()]).toEqual([locked, other]);
});
