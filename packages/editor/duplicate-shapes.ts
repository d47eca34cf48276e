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
  duplicateBy(editor, editor.selection, offset);
}

/** Copies the shapes to a place that far away, px; gives the copies. */
export function duplicateBy(editor: Editor, ids: readonly ShapeId[], offset: Vec): readonly ShapeId[] {
  const from = boundsOf(editor.scene, ids);
  const copies = placeClip(editor, clipOf(editor, ids), offset);
  if (from) last.set(editor, { copies, from });
  return copies;
}

function sameIds(a: readonly ShapeId[], b: readonly ShapeId[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
