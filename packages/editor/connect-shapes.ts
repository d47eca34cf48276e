import type { ShapeId } from '@autograph/document';
import { connectInCode } from './code-structure.ts';
import { newConnection } from './connections.ts';
import type { Editor } from './editor.ts';

/** Connects one shape to another, in the text when both come from one diagram as code; `from` stays selected, so that more can follow. Gives whether there is a connection now. */
export function connectShapes(editor: Editor, from: ShapeId, to: ShapeId): boolean {
  const written = connectInCode(editor, from, to);
  if (written !== false) return written !== true;
  const made = newConnection(editor, from, to);
  if (!made || editor.readOnly) return false;
  return editor.transact(() => {
    if (!editor.createShapes([made])) return false;
    editor.select([from]);
    return true;
  });
}
