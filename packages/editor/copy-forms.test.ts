import { expect, it } from 'vitest';
import { drawnSelection, wordsOfSelection } from './copy-forms.ts';
import { drive } from './testing/driver.ts';

it('copies the words of what is selected in reading order, or else of the whole board, and diagrams as their code', () => {
  const driver = drive().press('r').drag([300, 100], [400, 160]).press('Enter').type('second').press('Escape');
  driver.press('Escape').press('r').drag([100, 100], [200, 160]).press('Enter').type('first').press('Escape');
  const { editor } = driver;
  expect(wordsOfSelection(editor)).toBe('first');
  editor.select([]);
  expect(wordsOfSelection(editor)).toBe('first\nsecond');
  editor.createBlock({ language: 'toy', source: 'a > b', x: 100, y: 600 });
  expect(wordsOfSelection(editor)).toBe('first\nsecond\na > b');
});

it('draws what is selected with some space around it, or else all that is not hidden, and nothing for an empty board', () => {
  const driver = drive();
  const { editor } = driver;
  expect(drawnSelection(editor)).toBeUndefined();
  driver.press('r').drag([100, 100], [200, 160]).press('Escape').press('r').drag([600, 100], [700, 160]);
  const one = drawnSelection(editor);
  expect(one?.box.w).toBeLessThan(160);
  editor.select([]);
  const both = drawnSelection(editor);
  expect(both?.box.w).toBeGreaterThan(600);
  expect(both?.list.length).toBe(2 * (one?.list.length ?? 0));
});
