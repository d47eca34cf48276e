import { expect, it } from 'vitest';
import { mouseGestures } from './mouse-table.ts';

it('finds gestures by what they do and by how they go', () => {
  expect(mouseGestures('LASSO').map(({ held }) => held)).toEqual(['alt']);
  expect(mouseGestures(' to the left ').map(({ label }) => label)).toEqual(['Select all that is touched']);
  expect(mouseGestures('no such thing')).toEqual([]);
  expect(mouseGestures('').length).toBeGreaterThan(5);
});
