import { movable, moveShapes } from '../move-shapes.ts';
import { tidied } from '../tidy.ts';
import type { Command } from './command.ts';

export const tidyUp: Command = {
  id: 'tidy_up',
  label: 'Tidy up',
  group: 'arrange',
  keys: ['mod+alt+t'],
  enabled: (editor) => !editor.readOnly && editor.selection.length > 1,
  run(editor) {
    const things = movable(editor, editor.selection).flatMap((id) => {
      const box = editor.scene.pageBounds(id);
      return box ? [{ id, box }] : [];
    });
    editor.transact(() => {
      for (const [{ id, box }, to] of tidied(things)) moveShapes(editor, [id], to.x - box.x, to.y - box.y);
    });
  },
};
