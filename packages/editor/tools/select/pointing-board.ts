import { distance } from '@autograph/geometry';
import type { Editor } from '../../editor.ts';
import { dragDistance, type Pointer, type ToolState } from '../tool-state.ts';
import { brushing } from './brushing.ts';
import { idle } from './idle.ts';

/** Pressed on the empty board: a click clears the selection and leaves the group, a drag is a marquee. */
export function pointingBoard(editor: Editor, start: Pointer): ToolState {
  return {
    name: 'pointing_board',
    pointerMove: (pointer) =>
      distance(pointer.view, start.view) < dragDistance ? undefined : brushing(editor, start).pointerMove?.(pointer),
    pointerUp(pointer) {
      editor.enter(null);
      if (!pointer.modifiers.shift) editor.select([]);
      return idle(editor);
    },
    cancel: () => {},
  };
}
