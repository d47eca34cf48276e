import type { Shape, ShapeChange, ShapeId } from '@autograph/document';
import type { Vec } from '@autograph/geometry';
import { changeRecord } from '../../change-record.ts';
import { newShape } from '../../create-shape.ts';
import type { Editor } from '../../editor.ts';
import { containerAt } from '../../hit-test.ts';
import type { ShapeDefinition } from '../../shape-definition.ts';
import { toGrid } from '../../snap-offset.ts';

/** A shape being drawn: shown, not stored. */
export interface Draft {
  readonly shape: Shape;
  readonly parent: ShapeId | null;
  /** Page position of the parent's corner. */
  readonly origin: Vec;
}

/** Starts a shape of a kind at a page point, in the container there. */
export function startDraft(editor: Editor, definition: ShapeDefinition, page: Vec, place: ShapeChange = {}): Draft {
  const parent = containerAt(editor.scene, page, new Set());
  const origin = cornerOf(editor, parent);
  const shape = newShape(editor, definition, parent, { ...place, x: page.x - origin.x, y: page.y - origin.y });
  return { shape, parent, origin };
}

export function cornerOf(editor: Editor, container: ShapeId | null): Vec {
  const shape = container === null ? undefined : editor.scene.get(container);
  if (!shape) return { x: 0, y: 0 };
  const around = editor.scene.origin(shape);
  return { x: around.x + shape.x, y: around.y + shape.y };
}

export function redraft(editor: Editor, draft: Draft, change: ShapeChange): Draft {
  const next = { ...draft, shape: changeRecord(draft.shape, change) };
  editor.setPreview([next.shape]);
  return next;
}

/** Stores a drawn shape and selects it; the tool gives way to selecting unless it is to stay. */
export function finishDraft(editor: Editor, shape: Shape, keep = false): void {
  editor.setPreview(null);
  editor.setGesture(null);
  editor.transact(() => {
    editor.createShapes([shape]);
    editor.select([shape.id]);
  });
  if (!keep && !editor.settings.keepTool) editor.setTool('select');
}

/** The point on the grid, when snapping to it is on. */
export function gridPoint(editor: Editor, page: Vec): Vec {
  const { snapToGrid, gridSize } = editor.settings;
  return snapToGrid ? { x: toGrid(page.x, gridSize), y: toGrid(page.y, gridSize) } : page;
}
