import { expect, it } from 'vitest';
import { stepOf } from './step-of.ts';

it('goes through the slides by keys, but for space where that presses a button', () => {
  expect(['ArrowRight', 'PageUp', ' ', 'a'].map((key) => stepOf(key, false))).toEqual([1, -1, 1, undefined]);
  expect(['ArrowRight', 'PageUp', ' ', 'a'].map((key) => stepOf(key, true))).toEqual([1, -1, undefined, undefined]);
});
