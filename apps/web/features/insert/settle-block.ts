import type { Editor } from '@autograph/editor';
import { type Box, boxesIntersect, translateBox, type Vec } from '@autograph/geometry';

/** Space to what stands above, px on the page: a diagram's label fits into it. */
const clearance = 48;

/** Moves a new block about a page point, then down past everything that it covers, as part of the step that made it. Gives where it ends up. */
export function settleBlock(editor: Editor, id: string, at: Vec): Box | undefined {
  const block = editor.document.blocks.get(id);
  const box = editor.scene.pageBounds(id);
  if (!block || !box) return undefined;
  const others = editor.scene
    .children(null)
    .filter((shape) => shape.id !== id && !shape.hidden)
    .flatMap((shape) => editor.scene.pageBounds(shape.id) ?? [])
    .sort((a, b) => a.y - b.y);
  let place = { ...box, x: Math.round(at.x - box.w / 2), y: Math.round(at.y - box.h / 2) };
  for (const other of others) if (boxesIntersect(place, other)) place = { ...place, y: Math.ceil(other.y + other.h + clearance) };
  const by = { x: place.x - box.x, y: place.y - box.y };
  if (by.x !== 0 || by.y !== 0) editor.document.apply({ blocks: [[id, { ...block, x: block.x + by.x, y: block.y + by.y }]] }, 'layout');
  return translateBox(box, by.x, by.y);
}
