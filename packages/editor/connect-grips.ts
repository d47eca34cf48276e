import type { ShapeId } from '@autograph/document';
import { boxCentre, boxContains, expandBox, rotate, type Vec } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import { isRotatable } from './as-drawn.ts';
import { connectorKind } from './connections.ts';
import type { Editor } from './editor.ts';
import { hitTest } from './hit-test.ts';
import type { Grip } from './overlay.ts';
import { turnedBoxOf } from './selection.ts';
import { sides } from './sides.ts';
import { isOnGround, reachOf } from './tools/select/ground.ts';

/** Distance of the dots outside the box, viewport px: clear of the resize grips, and at the top of the rotate grip too. */
const reach = 22;
const reachAboveRotate = 46;

/** Smaller shapes would drown in dots, viewport px. */
const smallest = 24;

const directions = { right: 'to the right', left: 'to the left', up: 'upwards', down: 'downwards' };

/** Dots outside the sides of the hovered and the selected shape: a drag draws an arrow from there, a click makes a connected copy. */
export function connectGrips(editor: Editor): Grip[] {
  if (editor.readOnly || editor.editing || editor.tool !== 'select' || editor.scene.preview.size > 0 || !connectorKind(editor)) return [];
  const { selection, hovered } = editor;
  const selected = selection.length === 1 ? selection : [];
  const others = hovered === null || selection.includes(hovered) || isContainer(editor, hovered) ? [] : [hovered];
  return [...selected, ...others].flatMap((id) => gripsAround(editor, id));
}

function isContainer(editor: Editor, id: ShapeId): boolean {
  return editor.definition(editor.scene.get(id)?.type ?? '')?.container === true;
}

function gripsAround(editor: Editor, id: ShapeId): Grip[] {
  const shape = editor.scene.get(id);
  const definition = editor.definition(shape?.type ?? '');
  const frame = turnedBoxOf(editor.scene, id);
  const { zoom } = editor.camera;
  if (!shape || shape.locked || !definition?.bindable || !frame || Math.min(frame.box.w, frame.box.h) * zoom < smallest) return [];
  const { box, rotation } = frame;
  const turns = isRotatable(definition, shape) && editor.selection.includes(id);
  return sides.flatMap((side): Grip[] => {
    const away = (side.id === 'up' && turns ? reachAboveRotate : reach) / zoom;
    const upright = { x: box.x + box.w * side.middle.x + side.out.x * away, y: box.y + box.h * side.middle.y + side.out.y * away };
    const at = rotate(upright, rotation, boxCentre(box));
    if (isCovered(editor, id, at)) return [];
    return [{ kind: 'connect', id: side.id, shape: id, at, label: `Connect ${directions[side.id]}`, cursor: 'crosshair' }];
  });
}

/** Whether a press there means another shape; the bare ground of a container and lines do not count. */
function isCovered(editor: Editor, id: ShapeId, page: Vec): boolean {
  const hit = hitTest(editor.scene, page, reachOf(editor, 'touch'), (shape) => shape.id !== id && !isConnector(shape));
  return hit !== undefined && !isOnGround(editor, hit, { page, device: 'touch' });
}

/** Whether the pointer is on its way between the hovered shape and its dots. */
export function isAmongDots(editor: Editor, page: Vec): boolean {
  const { hovered, overlay } = editor;
  const box = hovered === null ? undefined : editor.scene.pageBounds(hovered);
  if (!box || !overlay.grips.some(({ kind, shape }) => kind === 'connect' && shape === hovered)) return false;
  return boxContains(expandBox(box, (reach + 10) / editor.camera.zoom), page);
}
