import type { ShapeId } from '@autograph/document';
import { boxAround, boxContainsBox, distance, type Path, pathEncloses, polygonPath, type Vec } from '@autograph/geometry';
import type { Editor } from '../../editor.ts';
import { isHidden } from '../../hit-test.ts';
import { clickTarget, withoutNested } from '../../selection.ts';
import type { Pointer, ToolState } from '../tool-state.ts';

/** The lasso, waiting. */
export function lassoIdle(editor: Editor): ToolState {
  const self: ToolState = {
    name: 'lasso_idle',
    pointerDown: (pointer) =>
      lassoing(editor, pointer, () => {
        editor.setTool('select');
        return undefined;
      }),
  };
  return self;
}

/** Points of the trail nearer than this are one, viewport px. */
const step = 2;

/** A loop drawn by hand: on release it takes what it encloses wholly. With Shift it adds to the selection. */
export function lassoing(editor: Editor, start: Pointer, after: () => ToolState | undefined): ToolState {
  const trail: Vec[] = [start.page];
  const self: ToolState = {
    name: 'lassoing',
    cursor: 'crosshair',
    pointerMove({ page }) {
      const last = trail.at(-1);
      if (last && distance(last, page) < step / editor.camera.zoom) return self;
      trail.push(page);
      editor.setGesture({ trail: [...trail] });
      return self;
    },
    pointerUp() {
      editor.setGesture(null);
      const before = start.modifiers.shift ? editor.selection : [];
      editor.select([...before, ...lassoed(editor, trail)]);
      return after();
    },
    cancel: () => editor.setGesture(null),
  };
  return self;
}

function lassoed(editor: Editor, trail: readonly Vec[]): ShapeId[] {
  const { scene } = editor;
  const around = boxAround(trail);
  if (!around || trail.length < 3) return [];
  const loop = polygonPath(trail);
  const targets = new Map<ShapeId, boolean>();
  for (const id of scene.query(around)) {
    const shape = scene.get(id);
    if (!shape || shape.locked || scene.definition(shape.type)?.wraps || isHidden(scene, id)) continue;
    if (editor.entered !== null && clickTarget(scene, id, editor.entered) === clickTarget(scene, id, null)) continue;
    const target = clickTarget(scene, id, editor.entered);
    const bounds = scene.pageBounds(target);
    const enclosed = bounds !== undefined && boxContainsBox(around, bounds) && encloses(editor, loop, id);
    targets.set(target, enclosed && (targets.get(target) ?? true));
  }
  return withoutNested(
    scene,
    [...targets].flatMap(([id, enclosed]) => (enclosed ? [id] : [])),
  );
}

function encloses(editor: Editor, loop: Path, id: ShapeId): boolean {
  const outline = editor.scene.pageOutline(id);
  return outline !== undefined && pathEncloses(loop, outline);
}
