import type { Editor } from '../editor.ts';
import { laidOutBlocks, layOutDiagram, tellWhyNot } from '../lay-out.ts';
import { movable, moveShapes } from '../move-shapes.ts';
import { tidied } from '../tidy.ts';
import type { Command } from './command.ts';

/** Sets drawn shapes in rows and columns; lays a diagram as code out anew, all but what is pinned in it. */
export const tidyUp: Command = {
  id: 'tidy_up',
  label: 'Tidy up',
  group: 'arrange',
  keys: ['mod+alt+t'],
  enabled: (editor) => !editor.readOnly && (editor.selection.length > 1 || diagramsOf(editor).length > 0),
  labelNow: (editor) => (diagramsOf(editor).length > 0 ? 'Tidy the diagram' : 'Tidy up'),
  run(editor) {
    const diagrams = diagramsOf(editor);
    if (diagrams.length > 0) {
      for (const id of diagrams) layOutDiagram(editor, id).catch(tellWhyNot(editor));
      return;
    }
    const things = movable(editor, editor.selection).flatMap((id) => {
      const box = editor.scene.pageBounds(id);
      return box ? [{ id, box }] : [];
    });
    editor.transact(() => {
      for (const [{ id, box }, to] of tidied(things)) moveShapes(editor, [id], to.x - box.x, to.y - box.y);
    });
  },
};

/** Those that tidying is about: all of the selection is one of them, or in one. */
function diagramsOf(editor: Editor) {
  if (!editor.arranger || editor.selection.some((id) => editor.document.shapes.has(id))) return [];
  const found = laidOutBlocks(editor);
  // Several whole diagrams are set in rows, as drawn shapes are.
  return found.length > 1 && editor.selection.every((id) => editor.document.blocks.has(id)) ? [] : found;
}
