import type { RoomEditor } from './room.ts';
import { throttle } from './throttle.ts';

/** Time from a letter to when the others see it at most, ms: each time costs one stored update. */
const pace = 300;

/** Lets the others see a text while it is typed; gives the way to stop. */
export function shareTyping(editor: RoomEditor): () => void {
  const store = throttle(pace, () => editor.storeText());
  const stop = editor.subscribe((what) => {
    if (what === 'editing' && editor.editing !== null) store();
  });
  return () => {
    stop();
    store.cancel();
  };
}
