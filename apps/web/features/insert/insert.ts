import { sameJson } from '@autograph/document';
import { type Editor, settleBlocks } from '@autograph/editor';
import { type Box, boxCentre, boxContainsBox, type Vec } from '@autograph/geometry';
import { defaultFamily, type FencedDiagram, type Placements, takePlaces } from '@autograph/languages';

/** A diagram's text, in the family that is usual when none is given; without a layout, the text may say it. */
type Code = Pick<FencedDiagram, 'source'> & Partial<FencedDiagram> & { readonly layout?: Placements | undefined };

/** Puts a diagram as code about a page point, or in the middle of the view, clear of what is there, and selects it; gives the block's id. */
export function insertDiagram(editor: Editor, code: Code, at?: Vec): string {
  const [id = ''] = insertDiagrams(editor, [code], at);
  return id;
}

/** The same of several diagrams, which stand side by side. */
export function insertDiagrams(editor: Editor, codes: readonly Code[], at: Vec = boxCentre(editor.visible)): readonly string[] {
  const ids = codes.flatMap(({ family = defaultFamily, source, layout }) => {
    const id = editor.createBlock({
      language: family,
      ...(layout ? { source, layout } : takePlaces(family, source)),
      x: Math.round(at.x),
      y: Math.round(at.y),
    });
    return id === undefined ? [] : [id];
  });
  editor.setTool('select');
  if (ids.length === 0) return [];
  editor.select(ids.slice(0, 1));
  settleOncePlaced(editor, ids, at);
  return ids;
}

/**
 * When new blocks have been laid out and their sizes are known: moves them to their places, and brings them into view. That may be a while
 * after they were put in: blocks that somebody has moved stay, and so does the view of a person who has turned to something else.
 */
function settleOncePlaced(editor: Editor, ids: readonly string[], at: Vec): void {
  const places = () => ids.map((id) => editor.document.blocks.get(id)).map((block) => block && { x: block.x, y: block.y });
  const put = places();
  let looked: Pick<Editor, 'camera' | 'viewport'> | undefined;
  const hasTurned = () => {
    const isElsewhere = !editor.selection.some((shape) => ids.some((id) => shape === id || shape.startsWith(`${id}/`)));
    // A panel that comes or goes moves the camera too.
    return isElsewhere || (looked && looked.camera !== editor.camera && sameJson(looked.viewport, editor.viewport));
  };
  const isPlaced = (id: string) => {
    const derivation = editor.derivation(id);
    return derivation !== undefined && !derivation.pending && derivation.unplaced.length === 0 && derivation.shapes.length > 1;
  };
  const tryToSettle = () => {
    if (!ids.every(isPlaced)) return;
    stop();
    if (!sameJson(places(), put)) return;
    const box = settleBlocks(editor, ids, at);
    if (box && !hasTurned()) show(editor, box);
  };
  // Panels that open with the new block change the viewport first.
  const unsubscribe = editor.subscribe((what) => {
    if (what === 'document') requestAnimationFrame(tryToSettle);
  });
  let giveUp = setTimeout(lookAgain, 5000);
  function lookAgain(): void {
    if (ids.some((id) => editor.derivation(id)?.pending)) giveUp = setTimeout(lookAgain, 5000);
    else stop();
  }
  const stop = () => {
    unsubscribe();
    clearTimeout(giveUp);
  };
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      looked = { camera: editor.camera, viewport: editor.viewport };
      tryToSettle();
    }),
  );
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
