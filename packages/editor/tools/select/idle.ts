import type { Guide, ShapeId } from '@autograph/document';
import { boxCentre, boxContains, rotate, type Vec } from '@autograph/geometry';
import { isAmongDots } from '../../connect-grips.ts';
import { newShape } from '../../create-shape.ts';
import type { Editor } from '../../editor.ts';
import { gripAt, resizeHandles } from '../../grips.ts';
import { guideAt } from '../../guides.ts';
import { containerAt, hitTest } from '../../hit-test.ts';
import { measureTo } from '../../measure.ts';
import { type Grip, noGesture, type ResizeHandle } from '../../overlay.ts';
import { boundsOf, clickTarget } from '../../selection.ts';
import type { Pointer, ToolState } from '../tool-state.ts';
import { draggingGuide, guideCursor } from './dragging-guide.ts';
import { editingHandle } from './editing-handle.ts';
import { isInsideContainer, isOnGround, reachOf } from './ground.ts';
import { pointingBoard } from './pointing-board.ts';
import { pointingDot } from './pointing-dot.ts';
import { pointingShape } from './pointing-shape.ts';
import { isOnFoldButton, pressingFold } from './pressing-fold.ts';
import { resizing } from './resizing.ts';
import { rotating } from './rotating.ts';

/** Waiting for a press: shows what it would hit. */
export function idle(editor: Editor, cursor?: string): ToolState {
  const self: ToolState = {
    name: 'idle',
    ...(cursor !== undefined && { cursor }),
    pointerMove(pointer) {
      const grip = gripAt(editor, pointer.page, pointer.device);
      const hit = grip ? undefined : hitAt(editor, pointer);
      editor.hover(hoveredAt(editor, pointer, grip, hit));
      showDistances(editor, hit, pointer);
      const guide = grip ? undefined : guideUnder(editor, hit, pointer);
      const wanted = grip?.cursor ?? (guide ? guideCursor(guide.axis) : hit === undefined ? undefined : cursorOver(editor, hit, pointer));
      return wanted === cursor ? undefined : idle(editor, wanted);
    },
    pointerDown(pointer) {
      if (editor.gesture !== noGesture) editor.setGesture(null);
      const grip = gripAt(editor, pointer.page, pointer.device);
      if (grip) return hold(editor, grip, pointer);
      const hit = hitAt(editor, pointer);
      const guide = guideUnder(editor, hit, pointer);
      if (guide) return draggingGuide(editor, guide, pointer, () => idle(editor));
      if (hit !== undefined && isOnFoldButton(editor, hit, pointer.page)) return pressingFold(editor, hit);
      if (hit !== undefined) return pointingShape(editor, pointer, hit);
      if (!pointer.modifiers.shift && isInSelection(editor, pointer.page)) return pointingShape(editor, pointer, undefined);
      return pointingBoard(editor, pointer);
    },
    doubleClick(pointer) {
      if (openGrip(editor, pointer)) return undefined;
      const hit = hitAt(editor, pointer);
      if (hit === undefined || isInsideContainer(editor, hit, pointer)) createText(editor, pointer.page);
      else if (!isOnFoldButton(editor, hit, pointer.page)) open(editor, hit);
      return undefined;
    },
  };
  return self;
}

function hitAt(editor: Editor, { page, device }: Pointer): ShapeId | undefined {
  return hitTest(editor.scene, page, reachOf(editor, device));
}

/** What the pointer is over, also on the way to a dot beside it. */
function hoveredAt(editor: Editor, { page }: Pointer, grip: Grip | undefined, hit: ShapeId | undefined): ShapeId | null {
  if (grip?.shape !== undefined) return grip.shape;
  if (hit !== undefined) return clickTarget(editor.scene, hit, editor.entered);
  return isAmongDots(editor, page) ? editor.hovered : null;
}

/** A double click on a shape's own handle; tells whether it meant something. */
function openGrip(editor: Editor, pointer: Pointer): boolean {
  const grip = gripAt(editor, pointer.page, pointer.device);
  const [id] = editor.selection;
  const shape = grip?.kind === 'shape' && id !== undefined ? editor.scene.get(id) : undefined;
  const change = grip && shape && editor.definition(shape.type)?.openHandle?.(shape, grip.id);
  if (!shape || !change) return false;
  editor.updateShapes([{ id: shape.id, change }]);
  return true;
}

/** The guide under the pointer, where no shape is that one could take hold of. */
function guideUnder(editor: Editor, hit: ShapeId | undefined, pointer: Pointer): Guide | undefined {
  if (editor.readOnly || (hit !== undefined && !isOnGround(editor, hit, pointer))) return undefined;
  return guideAt(editor, pointer.page, reachOf(editor, pointer.device));
}

/** While Alt is held: how far the selection is from the shape under the pointer, or from the container around it. */
function showDistances(editor: Editor, hit: ShapeId | undefined, { modifiers }: Pointer): void {
  const { scene, selection, hovered, gesture } = editor;
  const from = modifiers.alt ? boundsOf(scene, selection) : undefined;
  const other = hit === undefined || hovered === null || selection.includes(hovered) ? scene.parent(selection[0] ?? '') : hovered;
  const to = from && other !== null ? scene.pageBounds(other) : undefined;
  if (from && to) editor.setGesture({ measure: measureTo(from, to) });
  else if (gesture !== noGesture) editor.setGesture(null);
}

function cursorOver(editor: Editor, hit: ShapeId, pointer: Pointer): string | undefined {
  if (isOnFoldButton(editor, hit, pointer.page)) return 'pointer';
  return isOnGround(editor, hit, pointer) ? undefined : 'move';
}

function hold(editor: Editor, grip: Grip, pointer: Pointer): ToolState {
  if (grip.kind === 'connect') return pointingDot(editor, grip, pointer);
  if (grip.kind === 'rotate') return rotating(editor, pointer);
  const handle = resizeHandles.find((id): id is ResizeHandle => id === grip.id);
  return grip.kind === 'resize' && handle ? resizing(editor, handle, pointer) : editingHandle(editor, grip, pointer);
}

/** Inside the frame of what is selected, even where nothing is painted: a press there takes hold of the selection. */
function isInSelection(editor: Editor, page: Vec): boolean {
  const frame = editor.overlay.bounds;
  return frame !== null && boxContains(frame.box, rotate(page, -frame.rotation, boxCentre(frame.box)));
}

/** A double click goes one group deeper, or edits the text. */
function open(editor: Editor, hit: ShapeId): void {
  const target = clickTarget(editor.scene, hit, editor.entered);
  if (target === hit) {
    editor.startEditing(hit);
    return;
  }
  editor.enter(target);
  editor.select([clickTarget(editor.scene, hit, target)]);
}

function createText(editor: Editor, page: Vec): void {
  const definition = [...editor.definitions].find((candidate) => candidate.tool?.gesture === 'text');
  if (!definition || editor.readOnly) return;
  const parent = containerAt(editor.scene, page, new Set());
  const container = parent === null ? undefined : editor.scene.get(parent);
  const around = container ? editor.scene.origin(container) : { x: 0, y: 0 };
  const shape = editor.fit(newShape(editor, definition, parent, {}));
  editor.startCreating({ ...shape, x: page.x - around.x - (container?.x ?? 0), y: page.y - around.y - (container?.y ?? 0) - shape.h / 2 });
}
