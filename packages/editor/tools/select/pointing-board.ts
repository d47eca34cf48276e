import { distance } from '@autograph/geometry';
import type { Editor } from '../../editor.ts';
import { dragDistance, type Pointer, type ToolState } from '../tool-state.ts';
import { brushing } from './brushing.ts';
import { idle } from './idle.ts';
import { lassoing } from './lassoing.ts';

/** Pressed on the empty board: a click clears the selection and leaves the group, a drag is a marquee, with Alt a lasso. */
export function pointingBoard(editor: Editor, start: Pointer): ToolState {
  return {
    name: 'pointing_board',
    pointerMove(pointer) {
      if (distance(pointer.view, start.view) < dragDistance) return undefined;
      const drag = start.modifiers.alt ? lassoing(editor, start, () => idle(editor)) : brushing(editor, start);
      return drag.pointerMove?.(pointer);
    },
    pointerUp(pointer) {
      editor.enter(null);
      if (!pointer.modifiers.shift) editor.select([]);
      return idle(editor);
    },
    cancel: () => {},
  };
}
