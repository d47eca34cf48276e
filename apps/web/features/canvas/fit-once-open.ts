import type { KeptWork, Room } from '@autograph/collab';
import type { Editor, Viewport } from '@autograph/editor';

const isEmpty = (editor: Editor) => editor.document.shapes.size === 0 && editor.document.blocks.size === 0;

/** How many times wider or narrower a view is another one, on which the same part of a board cannot be seen: a phone, half a screen. */
const otherView = 1.6;

function isOther({ w: before }: Viewport, { w }: Viewport): boolean {
  return Math.max(before / w, w / before) > otherView;
}

/** Shows the whole board when a file with content has just opened, unless the camera is back where it was in a view like this one; gives the way to stop waiting for it. */
export function fitOnceOpen(editor: Editor, room: Room, cameraBack: KeptWork['cameraBack']): () => void {
  let done = false;
  const fit = () => {
    if (done || isEmpty(editor)) return;
    done = true;
    void cameraBack.then((before) => {
      if (!before || isOther(before, editor.viewport)) requestAnimationFrame(() => editor.zoomToFit());
    });
  };
  const stops = [
    editor.subscribe((what) => {
      if (what === 'document') fit();
    }),
    // A board that is empty when the room is there was empty: what comes later is being drawn.
    room.subscribe((what) => {
      if (what !== 'status' || room.status !== 'live') return;
      fit();
      done = true;
    }),
  ];
  fit();
  return () => {
    for (const stop of stops) stop();
  };
}
