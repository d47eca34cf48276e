import { expect, it } from 'vitest';
import { boardHears } from './board-hears.ts';

it('leaves a button the keys that press it and the page those that step through it', () => {
  expect(['a', 'shift+1', 'mod+z', 'mod+shift+z', 'Delete', 'Escape', ']'].every((chord) => boardHears('button', chord))).toBe(true);
  expect(['Enter', 'ArrowLeft', 'shift+ArrowDown', ' ', 'Tab', 'F6'].some((chord) => boardHears('button', chord))).toBe(false);
  expect(['Enter', 'ArrowLeft', 'a'].every((chord) => boardHears('page', chord))).toBe(true);
  expect(['Tab', 'shift+Tab', ' '].some((chord) => boardHears('page', chord))).toBe(false);
  expect(['a', 'mod+z', 'Escape'].some((chord) => boardHears('own', chord))).toBe(false);
});
