import type { ShapeId } from '@autograph/document';
import { translateBox, type Vec } from '@autograph/geometry';
import { tidy } from '../../change-record.ts';
import { diagramOf, offers, regrouped, regroupInCode } from '../../code-structure.ts';
import { duplicateBy } from '../../duplicate-shapes.ts';
import type { Editor } from '../../editor.ts';
import { type Ghosts, ghostsOf } from '../../ghosts.ts';
import { containerAt, groupAt } from '../../hit-test.ts';
import { moveShapes } from '../../move-shapes.ts';
import { badgeBelow, readable } from '../../overlay.ts';
import { dropped, reparent } from '../../reparent.ts';
import { boundsOf } from '../../selection.ts';
import { createSnapper } from '../../snapper.ts';
import type { Pointer, ToolState } from '../tool-state.ts';
import { idle } from './idle.ts';

/**
 * The selection follows the pointer as one offset; it is stored, and dropped into the container there, on release.
 * Shift keeps to one axis, Ctrl does without snapping; with Alt copies move, and the shapes stay.
 */
export function translating(editor: Editor, start: Pointer, ids: readonly ShapeId[]): ToolState {
  const box = boundsOf(editor.scene, ids);
  const selection = editor.selection;
  const block = diagramOf(editor.scene, ids);
  const code = block !== undefined && offers(editor.scene, block, 'regroup') ? block : undefined;
  let ghosts: Ghosts | null = null;
  let snapper = createSnapper(editor, ids);
  let held = ids;
  let moved = new Set(ids);
  let offset: Vec = { x: 0, y: 0 };
  let container: ShapeId | null | undefined;
  let enters = false;
  const stand = () => {
    editor.setTransient(null);
    if (!ghosts) return;
    editor.select(selection);
    editor.setPreview(null);
    ghosts = null;
  };
  /** Takes hold of copies, or of the shapes themselves again. */
  const hold = (copies: boolean) => {
    stand();
    if (copies) {
      ghosts = ghostsOf(editor, ids);
      editor.setPreview(ghosts.shapes);
      editor.select(ghosts.roots);
    }
    held = ghosts?.roots ?? ids;
    snapper = createSnapper(editor, held);
    moved = new Set(held);
  };
  const end = () => {
    stand();
    editor.setGesture(null);
  };
  const self: ToolState = {
    name: 'translating',
    get cursor() {
      return ghosts ? 'copy' : 'move';
    },
    pointerMove({ page, modifiers }) {
      if (modifiers.alt !== (ghosts !== null)) hold(modifiers.alt);
      const free = straightened({ x: page.x - start.page.x, y: page.y - start.page.y }, modifiers.shift);
      const snap = box && snapper.box(translateBox(box, free.x, free.y), modifiers);
      offset = { x: tidy(free.x + (snap?.dx ?? 0)), y: tidy(free.y + (snap?.dy ?? 0)) };
      if (modifiers.shift) offset = straightened(offset, true);
      editor.setTransient({ ids: held, dx: offset.x, dy: offset.y });
      const within = code === undefined || ghosts ? undefined : groupAt(editor.scene, code, page, moved);
      const under = within ?? containerAt(editor.scene, page, moved);
      if (under !== container)
        enters = (within === undefined ? dropped(editor, ids, under) : regrouped(editor.scene, ids, within)).length > 0;
      container = under;
      const placed = box && translateBox(box, offset.x, offset.y);
      editor.setGesture({
        snapLines: modifiers.shift ? [] : (snap?.lines ?? []),
        gaps: modifiers.shift ? [] : (snap?.gaps ?? []),
        target: enters ? container : null,
        badge: placed ? badgeBelow(placed, `${readable(placed.x)}, ${readable(placed.y)}`) : null,
      });
      return self;
    },
    pointerUp() {
      const copying = ghosts !== null;
      end();
      if (copying && offset.x === 0 && offset.y === 0) return idle(editor, 'move');
      editor.transact(() => {
        const landed = copying ? duplicateBy(editor, ids, offset) : ids;
        if (!copying) moveShapes(editor, ids, offset.x, offset.y);
        if (container === undefined) return;
        if (code !== undefined && container !== null && !copying) {
          regroupInCode(editor, code, regrouped(editor.scene, ids, container), container);
          return;
        }
        const entering = dropped(editor, landed, container);
        if (entering.length > 0) reparent(editor, entering, container);
      });
      editor.keepClear(editor.selection);
      return idle(editor, 'move');
    },
    cancel: end,
  };
  return self;
}

function straightened(offset: Vec, only: boolean): Vec {
  if (!only) return offset;
  return Math.abs(offset.x) >= Math.abs(offset.y) ? { x: offset.x, y: 0 } : { x: 0, y: offset.y };
}
