import { describe, expect, it } from 'vitest';
import { announceActs, describeShape, type Editor } from './index.ts';
import { type Driver, drive } from './testing/driver.ts';

/** Two named boxes beside each other, API and Postgres, the first selected. */
function pair(): { driver: Driver; api: string; store: string } {
  const driver = drive();
  driver.press('r').drag([100, 100], [200, 160]).press('Enter').type('API').press('Escape');
  driver.press('r').drag([400, 100], [500, 160]).press('Enter').type('Postgres').press('Escape');
  const api = driver.shape('rectangle', 0).id;
  driver.editor.select([api]);
  return { driver, api, store: driver.shape('rectangle', 1).id };
}

const say = ({ editor }: Driver, id: string) => describeShape(editor.scene, id);

/** Everything the editor has said once it was let speak. */
async function heard(editor: Editor, act: () => void): Promise<string[]> {
  const sentences: string[] = [];
  const stops = [announceActs(editor), editor.subscribe((what) => what === 'announcement' && sentences.push(editor.announcement))];
  act();
  await Promise.resolve();
  for (const stop of stops) stop();
  return sentences;
}

describe('what a screen reader hears of a shape', () => {
  it('is its kind, what it is called, and what it joins or holds', () => {
    const { driver, api, store } = pair();
    expect(say(driver, api)).toBe('rectangle, API');
    driver.press('c').press('Enter');
    const arrow = driver.shape('arrow');
    driver.editor.updateShapes([{ id: arrow.id, change: { text: 'write' } }]);
    expect(say(driver, arrow.id)).toBe('arrow, from API to Postgres, label write');
    driver.editor.select([api, store]);
    driver.press('mod+g');
    expect(say(driver, driver.shape('group').id)).toBe('group, 2 shapes');
    driver.press('f').drag([0, 300], [400, 500]).press('F2').type('Backend').press('Escape');
    driver.press('r').drag([50, 350], [100, 400]);
    expect(say(driver, driver.shape('frame').id)).toBe('frame, Backend, 1 shape');
    expect(say(driver, driver.shape('rectangle').id)).toBe('rectangle, in Backend');
  });

  it('tells how it is: locked, hidden, from code', () => {
    const { driver, api } = pair();
    driver.press('mod+l');
    expect(say(driver, api)).toBe('rectangle, API, locked');
    driver.editor.updateShapes([{ id: api, change: { locked: null, hidden: true } }]);
    expect(say(driver, api)).toBe('rectangle, API, hidden');
    expect(say(driver, 'sh_gone')).toBe('');
  });
});

describe('what a screen reader hears of an act', () => {
  it('is what became of it', async () => {
    const { driver, api } = pair();
    const { editor } = driver;
    expect(await heard(editor, () => driver.press('ArrowRight').press('ArrowRight'))).toEqual(['Moved to 102, 100']);
    expect(await heard(editor, () => driver.press('c').press('Enter'))).toEqual([
      'Connect to Postgres, 1 of 1',
      'Connected API to Postgres',
    ]);
    expect(await heard(editor, () => driver.press('mod+z'))).toEqual(['Undone: Deleted arrow']);
    expect(await heard(editor, () => driver.press('mod+y'))).toEqual(['Redone: Connected API to Postgres']);
    expect(await heard(editor, () => driver.press('mod+a'))).toEqual(['3 shapes selected']);
    editor.select([api]);
    expect(await heard(editor, () => driver.press('alt+shift+ArrowRight'))).toEqual(['Resized to 110 by 60']);
    expect(await heard(editor, () => driver.press('alt+r'))).toEqual(['Rotated to 15 degrees']);
    expect(await heard(editor, () => driver.press('Delete'))).toEqual(['Deleted API']);
    expect(await heard(editor, () => driver.press('o').press('Enter'))).toEqual(['ellipse created']);
  });
});
