import type { ShapeId } from '@autograph/document';
import { newConnection } from './connections.ts';
import type { Editor } from './editor.ts';

/** Draws a connection from one shape to another; `from` stays selected, so that more can follow. Gives whether there is one now. */
export function connectShapes(editor: Editor, from: ShapeId, to: ShapeId): boolean {
  const made = newConnection(editor, from, to);
  if (!made || editor.readOnly) return false;
  editor.transact(() => {
    editor.createShapes([made]);
    editor.select([from]);
  });
  return true;
}
