import { distance } from '@autograph/geometry';
import type { Editor } from '../../editor.ts';
import { putGuide, removeGuide } from '../../guides.ts';
import { badgeBelow, readable } from '../../overlay.ts';
import { rulerSize } from '../../rulers.ts';
import type { Axis } from '../../snap-gaps.ts';
import { createSnapper } from '../../snapper.ts';
import { dragDistance, type Pointer, type ToolState } from '../tool-state.ts';

/** Half the breadth of what is said beside a guide, px. */
const roomForWords = 64;

export interface HeldGuide {
  /** A new id for one that is pulled out of a ruler. */
  readonly id: string;
  readonly axis: Axis;
}

/** A guide follows the pointer, on whole px, along the grid and other shapes; back on its ruler it goes. A mere press picks it. */
export function draggingGuide(editor: Editor, held: HeldGuide, start: Pointer, after: () => ToolState): ToolState {
  const { id, axis } = held;
  const snapper = createSnapper(editor, []);
  let at: number | null | undefined;
  const self: ToolState = {
    name: 'dragging_guide',
    cursor: guideCursor(axis),
    pointerMove({ page, view, modifiers }) {
      if (at === undefined && distance(view, start.view) < dragDistance) return self;
      const whole = { x: Math.round(page.x), y: Math.round(page.y) };
      const snap = snapper.point(whole, modifiers, { x: axis === 'x', y: axis === 'y' });
      at = view[axis] < (editor.settings.rulers ? rulerSize : 0) ? null : whole[axis] + (axis === 'x' ? snap.dx : snap.dy);
      const below = at === null ? editor.toPage({ x: Math.max(view.x, roomForWords), y: Math.max(view.y, rulerSize) }) : page;
      const badge = badgeBelow({ ...below, w: 0, h: 0 }, at === null ? 'Remove guide' : readable(at));
      editor.setGesture({ guide: { id, axis, at }, badge });
      return self;
    },
    pointerUp() {
      editor.setGesture(null);
      if (at === null) removeGuide(editor, id);
      else if (at !== undefined) putGuide(editor, { id, axis, at });
      editor.focusGuide(id);
      return after();
    },
    cancel: () => editor.setGesture(null),
  };
  return self;
}

export function guideCursor(axis: Axis): string {
  return axis === 'x' ? 'col-resize' : 'row-resize';
}
