import type { ShapeId } from '@autograph/document';
import type { Editor } from '../editor.ts';
import { isHidden } from '../hit-test.ts';
import { clickTarget } from '../selection.ts';
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

function readingOrder(editor: Editor): ShapeId[] {
  const { scene } = editor;
  const all = [...scene.children(null)].flatMap((shape) => [shape, ...scene.descendants(shape.id)]);
  const targets = new Set(all.filter((shape) => !isHidden(scene, shape.id)).map((shape) => clickTarget(scene, shape.id, editor.entered)));
  const placed = [...targets].flatMap((id) => {
    const box = scene.pageBounds(id);
    return box ? [{ id, row: Math.round(box.y / 50), x: box.x }] : [];
  });
  return placed.sort((a, b) => a.row - b.row || a.x - b.x).map(({ id }) => id);
}
