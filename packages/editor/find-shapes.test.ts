import { expect, it } from 'vitest';
import { findShapes } from './find-shapes.ts';
import { drive } from './testing/driver.ts';

it('shapes are found by their text and name in reading order, whatever the case, but for hidden ones', () => {
  const driver = drive();
  for (const x of [500, 300, 100, 700]) driver.press('r').drag([x, 100], [x + 100, 160]);
  const { editor } = driver;
  const [named = '', text = '', other = '', hidden = ''] = driver.shapes.map(({ id }) => id);
  editor.updateShapes([
    { id: named, change: { name: 'The Vault' } },
    { id: text, change: { text: 'vault' } },
    { id: other, change: { text: 'Web' } },
    { id: hidden, change: { text: 'vault', hidden: true } },
  ]);
  expect(findShapes(editor, ' VAULT ')).toEqual([text, named]);
  expect(findShapes(editor, ' ')).toEqual([]);
});
