import type { Editor } from '@autograph/editor';

/** Puts a diagram as code where the person looks, and selects it; gives the block's id. */
export function insertDiagram(editor: Editor, source: string): string {
  const { camera, viewport, document } = editor;
  const corner = { x: camera.x + (viewport.w * 0.15) / camera.zoom, y: camera.y + (viewport.h * 0.2) / camera.zoom };
  const id = editor.createBlock({ language: 'mermaid', source, ...clearOf(editor, corner) });
  editor.setTool('select');
  if (document.blocks.has(id)) editor.select([id]);
  return id;
}

/** Moves down past the blocks that a new one at `corner` would cover; page px. */
function clearOf(editor: Editor, corner: { x: number; y: number }): { x: number; y: number } {
  const boxes = [...editor.document.blocks.keys()].flatMap((id) => editor.scene.pageBounds(id) ?? []).sort((a, b) => a.y - b.y);
  let { y } = corner;
  for (const box of boxes)
    if (corner.x < box.x + box.w && corner.x + 200 > box.x && y < box.y + box.h && y + 120 > box.y) y = box.y + box.h + 48;
  return { x: Math.round(corner.x), y: Math.round(y) };
}
