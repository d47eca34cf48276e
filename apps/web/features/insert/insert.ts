import type { Editor } from '@autograph/editor';
import type { Box } from '@autograph/geometry';
import { defaultFamily } from '@autograph/languages';

/** Space to what stands above, px on the page: a diagram's label fits into it. */
const clearance = 48;

/** Puts a diagram as code where the person looks, and selects it; gives the block's id. */
export function insertDiagram(editor: Editor, source: string): string {
  const { camera, viewport, document } = editor;
  const corner = { x: camera.x + (viewport.w * 0.15) / camera.zoom, y: camera.y + (viewport.h * 0.2) / camera.zoom };
  const id = editor.createBlock({ language: defaultFamily, source, x: Math.round(corner.x), y: Math.round(corner.y) });
  editor.setTool('select');
  if (document.blocks.has(id)) editor.select([id]);
  settleOncePlaced(editor, id);
  return id;
}

/** When a new block has been laid out and its size is known: moves it clear of what is there, and brings it into view. */
function settleOncePlaced(editor: Editor, id: string): void {
  const tryToSettle = () => {
    const derivation = editor.derivation(id);
    const box = editor.scene.pageBounds(id);
    if (!derivation || derivation.unplaced.length > 0 || derivation.shapes.length < 2 || !box) return;
    stop();
    show(editor, moveClear(editor, id, box));
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

/** Moves the block down past everything that it covers; part of the step that made it. Gives where it ends up. */
function moveClear(editor: Editor, id: string, box: Box): Box {
  const others = [...editor.scene.children(null)]
    .filter((shape) => shape.id !== id && !shape.hidden)
    .flatMap((shape) => editor.scene.pageBounds(shape.id) ?? [])
    .sort((a, b) => a.y - b.y);
  let { y } = box;
  for (const other of others)
    if (box.x < other.x + other.w && box.x + box.w > other.x && y < other.y + other.h && y + box.h > other.y)
      y = other.y + other.h + clearance;
  const block = editor.document.blocks.get(id);
  if (y === box.y || !block) return box;
  editor.document.apply({ blocks: [[id, { ...block, y: Math.round(block.y + y - box.y) }]] }, 'layout');
  return { ...box, y };
}

/** Pans to the box, or looks from further away when it is large. */
function show(editor: Editor, box: Box): void {
  const { camera, viewport } = editor;
  const zoom = Math.min(camera.zoom, (viewport.w * 0.85) / box.w, (viewport.h * 0.75) / box.h);
  const view = { w: viewport.w / zoom, h: viewport.h / zoom };
  editor.setCamera({ zoom, x: box.x + box.w / 2 - view.w / 2, y: box.y + box.h / 2 - view.h / 2 });
}
