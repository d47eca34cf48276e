import { expect, it } from 'vitest';
import { slidesOf } from './slides.ts';
import { drive } from './testing/driver.ts';

it('the slides are the frames of the page in reading order, but for hidden ones and those in others', () => {
  const driver = drive();
  const frame = (x: number, size: number) => driver.press('f').drag([x, 100], [x + size, 100 + size]).editor.selection[0] ?? '';
  const [second, first, hidden] = [frame(500, 300), frame(100, 300), frame(900, 100)];
  driver.press('f').drag([550, 150], [650, 250]);
  driver.press('r').drag([100, 600], [200, 660]);
  driver.editor.updateShapes([{ id: hidden, change: { hidden: true } }]);
  expect(slidesOf(driver.editor)).toEqual([first, second]);
});
