import { boxCentre, boxContains, distance, rotate, translateBox, type Vec } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import { isRotatable } from './as-drawn.ts';
import type { Editor } from './editor.ts';
import type { Grip, ResizeHandle, TurnedBox } from './overlay.ts';

/** Distance of the rotate grip above the frame, viewport px. */
const rotateReach = 24;

/** Below this size of the frame, viewport px, only the corners have grips. */
const roomForSides = 28;

/** Where each handle sits on the box, 0..1. */
export const handlePlaces: Readonly<Record<ResizeHandle, Vec>> = {
  nw: { x: 0, y: 0 },
  n: { x: 0.5, y: 0 },
  ne: { x: 1, y: 0 },
  e: { x: 1, y: 0.5 },
  se: { x: 1, y: 1 },
  s: { x: 0.5, y: 1 },
  sw: { x: 0, y: 1 },
  w: { x: 0, y: 0.5 },
};

export const resizeHandles = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const satisfies readonly ResizeHandle[];

const names: Readonly<Record<ResizeHandle, string>> = {
  nw: 'top left',
  n: 'top',
  ne: 'top right',
  e: 'right',
  se: 'bottom right',
  s: 'bottom',
  sw: 'bottom left',
  w: 'left',
};

/** The grips of the selection: sizes, rotation, and a single shape's own handles. None on what is locked or read-only. */
export function gripsOf(editor: Editor, frame: TurnedBox | null): Grip[] {
  if (!frame || editor.readOnly || editor.editing || editor.tool !== 'select') return [];
  const { scene, selection } = editor;
  if (selection.every((id) => scene.get(id)?.locked)) return [];
  const only = selection.length === 1 ? scene.get(selection[0] ?? '') : undefined;
  if (only) {
    const own = ownGrips(editor, only.id);
    if (own.length > 0 || isConnector(only)) return own;
  }
  const definitionOf = (id: string) => scene.definition(scene.get(id)?.type ?? '');
  const resize = selection.some((id) => definitionOf(id)?.resizable && !scene.get(id)?.collapsed) ? resizeGrips(editor, frame) : [];
  const turns = selection.some((id) => {
    const shape = scene.get(id);
    return (shape && isRotatable(definitionOf(id), shape)) || definitionOf(id)?.wraps;
  });
  return turns ? [...resize, rotateGrip(editor, frame)] : resize;
}

function ownGrips(editor: Editor, id: string): Grip[] {
  const shape = editor.scene.get(id);
  const handles = shape && editor.definition(shape.type)?.handles?.(shape, editor.scene);
  if (!shape || !handles) return [];
  const origin = editor.scene.origin(shape);
  const centre = { x: shape.w / 2, y: shape.h / 2 };
  return handles.map(({ id, label, look, box, cursor = 'grab', ...handle }) => {
    const at = rotate(handle.at, shape.rotation, centre);
    return {
      kind: 'shape',
      id,
      at: { x: origin.x + shape.x + at.x, y: origin.y + shape.y + at.y },
      label,
      cursor,
      ...(look && { look }),
      ...(box && { box: translateBox(box, origin.x + shape.x, origin.y + shape.y) }),
    };
  });
}

function resizeGrips(editor: Editor, { box, rotation }: TurnedBox): Grip[] {
  const centre = boxCentre(box);
  const { zoom } = editor.camera;
  return resizeHandles.flatMap((id): Grip[] => {
    const place = handlePlaces[id];
    if (place.x === 0.5 && box.w * zoom < roomForSides) return [];
    if (place.y === 0.5 && box.h * zoom < roomForSides) return [];
    const at = rotate({ x: box.x + box.w * place.x, y: box.y + box.h * place.y }, rotation, centre);
    return [{ kind: 'resize', id, at, label: `Resize ${names[id]}`, cursor: resizeCursor(id, rotation) }];
  });
}

function rotateGrip(editor: Editor, { box, rotation }: TurnedBox): Grip {
  const centre = boxCentre(box);
  const at = rotate({ x: centre.x, y: box.y - rotateReach / editor.camera.zoom }, rotation, centre);
  return { kind: 'rotate', id: 'rotate', at, label: 'Rotate', cursor: 'grab' };
}

/** The two-way cursor that looks nearest to the way a turned handle moves. */
function resizeCursor(id: ResizeHandle, rotation: number): string {
  const place = handlePlaces[id];
  const degrees = (Math.atan2(place.y - 0.5, place.x - 0.5) * 180) / Math.PI + rotation;
  const step = ((Math.round(degrees / 45) % 4) + 4) % 4;
  return ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'][step] ?? 'ew-resize';
}

/** The grip under a page point, nearest first, then one whose box is there; fingers get more room. */
export function gripAt(editor: Editor, page: Vec, pointerType: 'mouse' | 'pen' | 'touch'): Grip | undefined {
  const reach = (pointerType === 'touch' ? 22 : 8) / editor.camera.zoom;
  const { grips } = editor.overlay;
  let best: Grip | undefined;
  let least = reach;
  for (const grip of grips) {
    const away = distance(grip.at, page);
    if (away > least) continue;
    best = grip;
    least = away;
  }
  return best ?? grips.find(({ box }) => box && boxContains(box, page));
}
