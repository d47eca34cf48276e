import type { Editor } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';

/** Brings into view what was put on a board: one of its own is to be looked at, what comes to others is to be put somewhere, and what was dropped lies under the pointer. */
export function showPut(editor: Editor, wasEmpty: boolean, at?: Vec): void {
  editor.setTool('select');
  if (at) return;
  if (wasEmpty) {
    editor.select([]);
    editor.zoomToFit();
  } else editor.zoomToSelection(1);
}
