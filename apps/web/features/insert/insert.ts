import type { Editor } from '@autograph/editor';

/** Puts a diagram as code where the person looks, and selects it; gives the block's id. */
export function insertDiagram(editor: Editor, source: string): string {
  const { camera, viewport, document } = editor;
  const corner = { x: camera.x + (viewport.w * 0.15) / camera.zoom, y: camera.y + (viewport.h * 0.2) / camera.zoom };
  const id = editor.createBlock({ language: 'mermaid', source, ...clearOf(editor, corner) });
  editor.setTool('select');
  if (document.blocks.has(id)) editor.select([id]);
  showOncePlaced(editor, id);
  return id;
}

/** Brings a new block into view when it has been laid out: by panning, or from further away when it is large. */
function showOncePlaced(editor: Editor, id: string): void {
  const tryToShow = () => {
    const derivation = editor.derivation(id);
    const box = editor.scene.pageBounds(id);
    if (!derivation || derivation.unplaced.length > 0 || derivation.shapes.length < 2 || !box) return;
    stop();
    const { camera, viewport } = editor;
    const zoom = Math.min(camera.zoom, (viewport.w * 0.85) / box.w, (viewport.h * 0.75) / box.h);
    const view = { w: viewport.w / zoom, h: viewport.h / zoom };
    editor.setCamera({ zoom, x: box.x + box.w / 2 - view.w / 2, y: box.y + box.h / 2 - view.h / 2 });
  };
  // Panels that open with the new block change the viewport first.
  const unsubscribe = editor.subscribe((what) => {
    if (what === 'document') requestAnimationFrame(tryToShow);
  });
  const giveUp = setTimeout(() => stop(), 5000);
  const stop = () => {
    unsubscribe();
    clearTimeout(giveUp);
  };
  requestAnimationFrame(() => requestAnimationFrame(tryToShow));
}

/** Moves down past what a new one at `corner` would cover; page px. */
function clearOf(editor: Editor, corner: { x: number; y: number }): { x: number; y: number } {
  const boxes = [...editor.scene.children(null)].flatMap(({ id }) => editor.scene.pageBounds(id) ?? []).sort((a, b) => a.y - b.y);
  let { y } = corner;
  for (const box of boxes)
    if (corner.x < box.x + box.w && corner.x + 200 > box.x && y < box.y + box.h && y + 120 > box.y) y = box.y + box.h + 48;
  return { x: Math.round(corner.x), y: Math.round(y) };
}
