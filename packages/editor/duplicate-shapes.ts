import type { ShapeId } from '@autograph/document';
import type { Vec } from '@autograph/geometry';
import { clipOf, placeClip } from './clipboard.ts';
import type { Editor } from './editor.ts';
import { boundsOf } from './selection.ts';

interface LastDuplicate {
  readonly copies: readonly ShapeId[];
  /** Where the originals were. */
  readonly from: Vec;
}

const last = new WeakMap<Editor, LastDuplicate>();

/** First copy 20 px down right; when the copies are duplicated again, as far from them as they were from their originals. */
export function duplicateShapes(editor: Editor): void {
  const box = boundsOf(editor.scene, editor.selection);
  if (!box) return;
  const before = last.get(editor);
  const again = before && sameIds(before.copies, editor.selection);
  const offset = again ? { x: box.x - before.from.x, y: box.y - before.from.y } : { x: 20, y: 20 };
  const copies = placeClip(editor, clipOf(editor, editor.selection), offset);
  last.set(editor, { copies, from: box });
}

function sameIds(a: readonly ShapeId[], b: readonly ShapeId[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
