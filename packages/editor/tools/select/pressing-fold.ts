import type { ShapeId } from '@autograph/document';
import { boxContains, expandBox, type Vec } from '@autograph/geometry';
import type { Editor } from '../../editor.ts';
import { foldButton, toggleFolded } from '../../folding.ts';
import type { ToolState } from '../tool-state.ts';
import { idle } from './idle.ts';

/** Room around the button that counts as it, page px. */
const slack = 4;

export function isOnFoldButton(editor: Editor, id: ShapeId, page: Vec): boolean {
  const button = foldButton(editor, id);
  return button !== undefined && boxContains(expandBox(button, slack), page);
}

/** Pressed on the button that folds a container: it acts on release, when the pointer is still on it. */
export function pressingFold(editor: Editor, id: ShapeId): ToolState {
  return {
    name: 'pressing_fold',
    cursor: 'pointer',
    pointerUp({ page }) {
      if (isOnFoldButton(editor, id, page)) toggleFolded(editor, [id]);
      return idle(editor, 'pointer');
    },
    cancel: () => {},
  };
}
