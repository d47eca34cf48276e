import type { Editor } from '../editor.ts';
import { readingOrder } from '../reading-order.ts';
import type { Command } from './command.ts';

export const selectNext: Command = {
  id: 'select_next',
  label: 'Select next shape',
  group: 'select',
  keys: ['Tab'],
  enabled: (editor) => editor.scene.size > 0,
  run: (editor) => travel(editor, 1),
};

export const selectPrevious: Command = {
  id: 'select_previous',
  label: 'Select previous shape',
  group: 'select',
  keys: ['shift+Tab'],
  enabled: (editor) => editor.scene.size > 0,
  run: (editor) => travel(editor, -1),
};

/** Steps through all shapes in reading order: rows of 50 px from top to bottom, in them from left to right. */
function travel(editor: Editor, step: 1 | -1): void {
  const order = readingOrder(editor);
  const now = order.indexOf(editor.selection.at(-1) ?? '');
  const next = now < 0 ? order.at(step > 0 ? 0 : -1) : order[(now + step + order.length) % order.length];
  if (next !== undefined) editor.select([next]);
}
