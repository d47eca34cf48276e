import type { Shape, ShapeChange, ShapeId } from '@autograph/document';
import { boxContainsBox, type Vec } from '@autograph/geometry';
import { changeRecord, translation } from '../../change-record.ts';
import { newShape } from '../../create-shape.ts';
import type { Editor } from '../../editor.ts';
import { containerAt, isHidden } from '../../hit-test.ts';
import { topIndex } from '../../order.ts';
import { reparent } from '../../reparent.ts';
import type { ShapeDefinition } from '../../shape-definition.ts';
import { createSnapper } from '../../snapper.ts';
import type { Pointer } from '../tool-state.ts';

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

/** Lets go of a drawing that has become something else: selects that instead. */
export function dropDraft(editor: Editor, made: ShapeId | undefined, keep = false): void {
  editor.setPreview(null);
  editor.setGesture(null);
  if (made !== undefined) editor.select([made]);
  editor.keepClear(editor.selection);
  if (!keep && !editor.settings.keepTool) editor.setTool('select');
}

/** The shape on the page where it is seen, when the container is gone in whose corner it was begun. */
export function onBoard(editor: Editor, shape: Shape, corner: Vec): Shape {
  if (shape.parent_id === null || editor.scene.get(shape.parent_id)) return shape;
  return changeRecord(shape, { ...translation(shape, corner.x, corner.y), parent_id: null, index: topIndex(editor.scene, null) });
}

/** Stores a drawn shape and selects it; the tool gives way to selecting unless it is to stay. What is for writing is opened for it. */
export function finishDraft(editor: Editor, draft: Draft, keep = false): void {
  const shape = onBoard(editor, draft.shape, draft.origin);
  editor.setPreview(null);
  editor.transact(() => {
    const adopted = enclosedBy(editor, shape);
    if (editor.createShapes([shape])) reparent(editor, adopted, shape.id);
  });
  dropDraft(editor, shape.id, keep);
  if (editor.definition(shape.type)?.tool?.writes) editor.startEditing(shape.id);
}

/** What a new container takes in: drawn siblings that it encloses wholly. */
function enclosedBy(editor: Editor, made: Shape): ShapeId[] {
  const { scene, document } = editor;
  const definition = editor.definition(made.type);
  if (!definition?.container || definition.wraps) return [];
  const corner = cornerOf(editor, made.parent_id);
  const box = { x: corner.x + made.x, y: corner.y + made.y, w: made.w, h: made.h };
  return scene.query(box).filter((id) => {
    const bounds = scene.pageBounds(id);
    const free = document.shapes.has(id) && !scene.get(id)?.locked && scene.parent(id) === made.parent_id && !isHidden(scene, id);
    return free && bounds !== undefined && boxContainsBox(box, bounds);
  });
}

/** Where a drawing begins when it is pressed at the pointer: on the grid or on a line nearby, unless Ctrl is held. */
export function snappedStart(editor: Editor, { page, modifiers }: Pointer): Vec {
  const { dx, dy } = createSnapper(editor, []).point(page, modifiers);
  return { x: page.x + dx, y: page.y + dy };
}
