import type { Editor } from '../editor.ts';
import { movable, moveShapes } from '../move-shapes.ts';
import type { Command } from './command.ts';

const distribute = (axis: 'horizontal' | 'vertical', key: string): Command => ({
  id: `distribute_${axis}`,
  label: axis === 'horizontal' ? 'Distribute horizontally' : 'Distribute vertically',
  group: 'arrange',
  keys: [key],
  enabled: (editor) => !editor.readOnly && editor.selection.length > 2,
  run: (editor) => spreadOut(editor, axis === 'horizontal'),
});

/** Makes the gaps between neighbours equal; the outermost two stay. */
function spreadOut(editor: Editor, horizontal: boolean): void {
  const spans = movable(editor, editor.selection)
    .flatMap((id) => {
      const box = editor.scene.pageBounds(id);
      return box ? [horizontal ? { id, from: box.x, size: box.w } : { id, from: box.y, size: box.h }] : [];
    })
    .sort((a, b) => a.from + a.size / 2 - (b.from + b.size / 2));
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return;
  const free = last.from + last.size - first.from - spans.reduce((sum, { size }) => sum + size, 0);
  const gap = free / (spans.length - 1);
  let at = first.from;
  editor.transact(() => {
    for (const { id, from, size } of spans) {
      if (id !== last.id) moveShapes(editor, [id], horizontal ? at - from : 0, horizontal ? 0 : at - from);
      at += size + gap;
    }
  });
}

export const distributeCommands: readonly Command[] = [distribute('horizontal', 'alt+shift+h'), distribute('vertical', 'alt+shift+v')];
