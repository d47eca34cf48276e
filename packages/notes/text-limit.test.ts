import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { textLimit } from './text-limit.ts';

it('refuses what makes a text too long and says so, takes what others write, and lets it shrink', async () => {
  let told = 0;
  const start = EditorState.create({ doc: '12345', extensions: textLimit(8, () => told++) });
  const typed = (state: EditorState, insert: string) => state.update({ changes: { from: 0, insert }, userEvent: 'input.paste' }).state;
  expect(typed(start, 'abc').doc.toString()).toBe('abc12345');
  expect(typed(start, 'abcd').doc.toString()).toBe('12345');
  await Promise.resolve();
  expect(told).toBe(1);
  const long = start.update({ changes: { from: 0, insert: 'theirs ' } }).state;
  expect(long.doc.length).toBe(12);
  expect(long.update({ changes: { from: 0, to: 1 }, userEvent: 'delete' }).state.doc.length).toBe(11);
});
