import type { Box } from '@autograph/geometry';
import type { Editor } from '../editor.ts';
import { movable, moveShapes } from '../move-shapes.ts';
import { boundsOf } from '../selection.ts';
import type { Command } from './command.ts';

type Offset = (box: Box, all: Box) => { readonly dx: number; readonly dy: number };

const align = (id: string, label: string, key: string, offset: Offset): Command => ({
  id: `align_${id}`,
  label,
  group: 'arrange',
  keys: [key],
  enabled: (editor) => !editor.readOnly && editor.selection.length > 1,
  run: (editor) => alignShapes(editor, offset),
});

function alignShapes(editor: Editor, offset: Offset): void {
  const all = boundsOf(editor.scene, editor.selection);
  if (!all) return;
  const moves = movable(editor, editor.selection).flatMap((id) => {
    const box = editor.scene.pageBounds(id);
    return box ? [{ id, ...offset(box, all) }] : [];
  });
  editor.transact(() => {
    for (const { id, dx, dy } of moves) moveShapes(editor, [id], dx, dy);
  });
}

export const alignCommands: readonly Command[] = [
  align('left', 'Align left', 'alt+a', (box, all) => ({ dx: all.x - box.x, dy: 0 })),
  align('center', 'Align horizontal centers', 'alt+h', (box, all) => ({ dx: all.x + all.w / 2 - (box.x + box.w / 2), dy: 0 })),
  align('right', 'Align right', 'alt+d', (box, all) => ({ dx: all.x + all.w - (box.x + box.w), dy: 0 })),
  align('top', 'Align top', 'alt+w', (box, all) => ({ dx: 0, dy: all.y - box.y })),
  align('middle', 'Align vertical middles', 'alt+v', (box, all) => ({ dx: 0, dy: all.y + all.h / 2 - (box.y + box.h / 2) })),
  align('bottom', 'Align bottom', 'alt+s', (box, all) => ({ dx: 0, dy: all.y + all.h - (box.y + box.h) })),
];
