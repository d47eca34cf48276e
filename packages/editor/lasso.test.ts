import { describe, expect, it } from 'vitest';
import { drive } from './testing/driver.ts';

/** Boxes of 100 x 60 in a row at y 100, from x 100 on, 200 apart. */
function row(count: number) {
  const driver = drive();
  for (let i = 0; i < count; i++) driver.press('r').drag([100 + i * 200, 100], [200 + i * 200, 160]);
  return driver.press('Escape');
}

const ids = (driver: ReturnType<typeof row>) => driver.shapes.map(({ id }) => id);

describe('the lasso', () => {
  it('shows its trail, and takes on release what it encloses wholly, not what it covers half [F171]', () => {
    const driver = row(3).press('shift+l');
    driver.move([60, 60]).down([60, 60]);
    for (const at of [
      [450, 60],
      [550, 130],
      [450, 220],
      [60, 220],
    ] as const)
      driver.move(at);
    expect(driver.editor.overlay.trail).toHaveLength(5);
    expect(driver.editor.selection).toEqual([]);
    driver.up();
    expect(driver.editor.overlay.trail).toEqual([]);
    expect(driver.editor.selection).toEqual(ids(driver).slice(0, 2));
    expect(driver.editor.tool).toBe('select');
  });

  it('leaves out a shape that a bay of the loop reaches into', () => {
    const driver = row(1).press('shift+l').move([50, 50]).down([50, 50]);
    for (const at of [
      [250, 50],
      [250, 200],
      [160, 200],
      [150, 130],
      [140, 200],
      [50, 200],
    ] as const)
      driver.move(at);
    expect(driver.up().editor.selection).toEqual([]);
  });

  it('is drawn with Alt from the empty board, adds with Shift, and takes groups as wholes', () => {
    const driver = row(3);
    const [a = '', b = '', c = ''] = ids(driver);
    driver.editor.select([b, c]);
    driver.press('mod+g').press('Escape');
    const loop = (left: number, right: number) => {
      driver.move([left, 60]).down([left, 60]);
      for (const at of [
        [right, 60],
        [right, 220],
        [left, 220],
      ] as const)
        driver.move(at);
      driver.up();
    };
    driver.hold({ alt: true });
    loop(60, 450);
    expect(driver.editor.selection).toEqual([a]);
    driver.hold({ shift: true });
    loop(250, 750);
    expect(driver.editor.selection).toEqual([a, driver.shape('group').id]);
  });
});
