import { expect, it } from 'vitest';
import { isWriting } from './is-typing.ts';

it('leaves F keys and chords to the page while someone writes', () => {
  expect(['a', 'F', 'Enter', 'ArrowLeft'].every((key) => isWriting(key, false))).toBe(true);
  expect([isWriting('F6', false), isWriting('F11', false), isWriting('k', true)]).toEqual([false, false, false]);
});
