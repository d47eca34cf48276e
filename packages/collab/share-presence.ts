import type { Awareness } from 'y-protocols/awareness';
import type { RoomEditor } from './room.ts';
import { throttle } from './throttle.ts';

const messagesPerSecond = 10;
/** A selection larger than this is shown to others by its first shapes. */
const shownShapes = 200;

/** Tells the others what this person points at, has selected, drags and edits, all throttled together. */
export function sharePresence(awareness: Awareness, editor: RoomEditor) {
  let pointer: { readonly x: number; readonly y: number } | null = null;
  const publish = throttle(1_000 / messagesPerSecond, () => {
    const drag = editor.transient;
    awareness.setLocalState({
      ...awareness.getLocalState(),
      pointer,
      selection: editor.selection.slice(0, shownShapes),
      drag: drag === null ? null : { ids: drag.ids.slice(0, shownShapes), dx: drag.dx, dy: drag.dy },
      editing: editor.editing?.shape_id ?? null,
    });
  });
  const stop = editor.subscribe((what) => {
    if (what === 'selection' || what === 'overlay' || what === 'editing') publish();
  });
  return {
    setCursor(at: { readonly x: number; readonly y: number } | null) {
      pointer = at;
      publish();
    },
    stop() {
      stop();
      publish.cancel();
    },
  };
}
