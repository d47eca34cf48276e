import type { Shape, ShapeId } from '@autograph/document';
import { clipOf, renamedClip } from './clipboard.ts';
import type { Editor } from './editor.ts';

/** Copies to show before they are made: contents of code blocks too as drawn shapes. */
export interface Ghosts {
  readonly shapes: readonly Shape[];
  readonly roots: readonly ShapeId[];
}

/** What duplicating the shapes will show, in their own places. */
export function ghostsOf(editor: Editor, ids: readonly ShapeId[]): Ghosts {
  return renamedClip(editor, clipOf(editor, ids, { code: false }), { x: 0, y: 0 });
}
