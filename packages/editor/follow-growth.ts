import { type BlockId, sameJson } from '@autograph/document';
import { type Box, boxContainsBox } from '@autograph/geometry';
import { boxInView, fitBox, showBox } from './camera.ts';
import type { Editor } from './editor.ts';

/**
 * Keeps a diagram that was wholly in view in view while its text is typed and it grows, until the person moves the camera themselves.
 * Call it when the typing begins; gives the way to stop.
 */
export function followGrowth(editor: Editor, block: BlockId): () => void {
  let camera = editor.destination;
  let { viewport } = editor;
  let before = editor.scene.pageBounds(block);
  const stop = editor.subscribe((what) => {
    if (what === 'camera') {
      if (editor.viewport !== viewport) camera = editor.destination;
      else if (!sameJson(editor.destination, camera)) stop();
      ({ viewport } = editor);
    }
    const now = what === 'document' ? editor.scene.pageBounds(block) : undefined;
    if (!now) return;
    if (before && !sameJson(before, now) && isInView(editor, before) && !editor.shows(now)) {
      camera = cameraFor(editor, now);
      editor.moveTo(camera);
    }
    before = now;
  });
  return stop;
}

function isInView({ destination, viewport: { w, h } }: Editor, box: Box): boolean {
  return boxContainsBox({ x: 0, y: 0, w, h }, boxInView(destination, box));
}

/** The least move that shows the box, from further away only when it is too large. */
function cameraFor({ destination, free }: Editor, box: Box): Editor['camera'] {
  const fitted = fitBox(box, free, destination.zoom);
  return fitted.zoom < destination.zoom ? fitted : showBox(destination, free, box);
}
