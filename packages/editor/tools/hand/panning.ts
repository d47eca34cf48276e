import type { Editor } from '../../editor.ts';
import type { Pointer, ToolState } from '../tool-state.ts';

/** The hand, waiting. */
export function handIdle(editor: Editor): ToolState {
  const self: ToolState = {
    name: 'hand_idle',
    cursor: 'grab',
    pointerDown: (pointer) => panning(editor, pointer, self),
  };
  return self;
}

/** The board follows the pointer until it is released. */
export function panning(editor: Editor, start: Pointer, after: ToolState): ToolState {
  let last = start.view;
  return {
    name: 'panning',
    cursor: 'grabbing',
    pointerMove({ view }) {
      editor.pan({ x: view.x - last.x, y: view.y - last.y });
      last = view;
      return undefined;
    },
    pointerUp: () => after,
    cancel: () => {},
  };
}
