import { expect, it } from 'vitest';
import { drive } from './testing/driver.ts';

it("A pen's other end takes away what it touches, as one step, and leaves the tool picked", () => {
  const driver = drive();
  for (const x of [100, 300, 500]) driver.press('r').drag([x, 100], [x + 100, 160]);
  driver.press('p').down([150, 130], { button: 5 }).move([350, 130]).move([400, 300]).up();
  expect(driver.shapes.map(({ x }) => x)).toEqual([500]);
  expect(driver.editor.tool).toBe('pen');
  expect(driver.press('mod+z').shapes).toHaveLength(3);
});
