import type { Editor } from '@autograph/editor';
import { type Box, boxCentre, boxContainsBox, type Vec } from '@autograph/geometry';
import { defaultFamily, type FencedDiagram, type Placements, takePlaces } from '@autograph/languages';
import { settleBlock } from './settle-block.ts';

/** A diagram's text, in the family that is usual when none is given; without a layout, the text may say it. */
type Code = Pick<FencedDiagram, 'source'> & Partial<FencedDiagram> & { readonly layout?: Placements | undefined };

/** Puts a diagram as code about a page point, or in the middle of the view, clear of what is there, and selects it; gives the block's id. */
export function insertDiagram(
  editor: Editor,
  { family = defaultFamily, source, layout }: Code,
  at: Vec = boxCentre(editor.visible),
): string {
  const id = editor.createBlock({
    language: family,
    ...(layout ? { source, layout } : takePlaces(family, source)),
    x: Math.round(at.x),
    y: Math.round(at.y),
  });
  editor.setTool('select');
  if (editor.document.blocks.has(id)) editor.select([id]);
  settleOncePlaced(editor, id, at);
  return id;
}

/** When a new block has been laid out and its size is known: moves it to its place, and brings it into view. */
function settleOncePlaced(editor: Editor, id: string, at: Vec): void {
  const tryToSettle = () => {
    const derivation = editor.derivation(id);
    const box = editor.scene.pageBounds(id);
    if (!derivation || derivation.unplaced.length > 0 || derivation.shapes.length < 2 || !box) return;
    stop();
    show(editor, settleBlock(editor, id, at) ?? box);
  };
  // Panels that open with the new block change the viewport first.
  const unsubscribe = editor.subscribe((what) => {
    if (what === 'document') requestAnimationFrame(tryToSettle);
  });
  const giveUp = setTimeout(() => stop(), 5000);
  const stop = () => {
    unsubscribe();
    clearTimeout(giveUp);
  };
  requestAnimationFrame(() => requestAnimationFrame(tryToSettle));
}

/** Pans to the box, or looks from further away when it is large, unless all of it is in view. */
function show(editor: Editor, box: Box): void {
  editor.keepClear(editor.selection);
  if (boxContainsBox(editor.visible, box)) return;
  const { camera, free } = editor;
  const zoom = Math.min(camera.zoom, (free.w * 0.85) / box.w, (free.h * 0.75) / box.h);
  const view = { w: free.w / zoom, h: free.h / zoom };
  editor.setCamera({ zoom, x: box.x + box.w / 2 - view.w / 2, y: box.y + box.h / 2 - view.h / 2 });
}
