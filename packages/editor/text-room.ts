import { limits } from '@autograph/document';
import type { Editor } from './editor.ts';
import { thousands } from './thousands.ts';

/** Whether a shape may hold a text of this length, UTF-16 units; the person is told when it may not. */
export function hasRoomFor(editor: Editor, length: number): boolean {
  if (length <= limits.shapeText) return true;
  editor.notify(
    `This text has ${thousands(length)} characters; a shape holds ${thousands(limits.shapeText)}. Put it in the note, or paste it in parts.`,
  );
  return false;
}
