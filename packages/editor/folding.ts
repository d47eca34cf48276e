import type { Shape, ShapeId } from '@autograph/document';
import { type Box, translateBox } from '@autograph/geometry';
import type { Editor } from './editor.ts';
import type { ShapeDefinition } from './shape-definition.ts';

/** The size that the shape shows, px: a folded container is no larger than its heading. */
export function shownSize(shape: Shape, definition: ShapeDefinition | undefined): { readonly w: number; readonly h: number } {
  return (shape.collapsed && definition?.folding?.size(shape)) || shape;
}

/** Whether this person may fold and unfold the shape now. What comes from code has no state of its own to keep that in. */
export function isFoldable(editor: Editor, id: ShapeId): boolean {
  const shape = editor.document.shapes.get(id);
  return shape !== undefined && !editor.readOnly && !shape.locked && editor.definition(shape.type)?.folding !== undefined;
}

/** Where on the page the button that folds the shape is, px. */
export function foldButton(editor: Editor, id: ShapeId): Box | undefined {
  const shape = editor.scene.get(id);
  const button = shape && isFoldable(editor, id) ? editor.definition(shape.type)?.folding?.button(shape) : undefined;
  if (!shape || !button) return undefined;
  const corner = editor.scene.pageBounds(id) ?? shape;
  return translateBox(button, corner.x, corner.y);
}

/** Whether any of the shapes could be folded now. */
export function someUnfolded(editor: Editor, ids: readonly ShapeId[]): boolean {
  return ids.some((id) => isFoldable(editor, id) && !editor.scene.get(id)?.collapsed);
}

/** Folds all when any is unfolded, else unfolds all; what was selected in them gives way to them. */
export function toggleFolded(editor: Editor, ids: readonly ShapeId[]): void {
  const foldable = ids.filter((id) => isFoldable(editor, id));
  const collapsed = someUnfolded(editor, ids);
  editor.transact(() => {
    editor.updateShapes(foldable.map((id) => ({ id, change: { collapsed: collapsed || null } })));
    editor.select(editor.selection.map((id) => editor.scene.foldedIn(id) ?? id));
  });
}
