import type { BlockId } from '@autograph/document';
import { type Box, boxesIntersect, translateBox, unionBoxes, type Vec } from '@autograph/geometry';
import type { Editor } from './editor.ts';

/** Space to what stands above, px on the page: a diagram's label fits into it. */
const clearance = 48;
/** Space between diagrams that come together, px on the page. */
const between = 80;

/**
 * Moves new blocks, side by side, about a page point, then down past everything that they cover, as part of the step that made them. Gives
 * where they end up.
 */
export function settleBlocks(editor: Editor, ids: readonly BlockId[], at: Vec): Box | undefined {
  const placed = ids.flatMap((id) => {
    const box = editor.scene.pageBounds(id);
    return box ? [{ id, box }] : [];
  });
  const width = placed.reduce((sum, { box }) => sum + box.w, between * Math.max(0, placed.length - 1));
  const height = placed.reduce((most, { box }) => Math.max(most, box.h), 0);
  let x = Math.round(at.x - width / 2);
  const row = placed.map(({ id, box }) => {
    const place = { ...box, x, y: Math.round(at.y - height / 2) };
    x += Math.ceil(box.w) + between;
    return { id, box, place };
  });
  const others = editor.scene
    .children(null)
    .filter((shape) => !ids.includes(shape.id) && !shape.hidden)
    .flatMap((shape) => editor.scene.pageBounds(shape.id) ?? [])
    .sort((a, b) => a.y - b.y);
  let down = 0;
  for (const other of others)
    for (const { place } of row)
      if (boxesIntersect(translateBox(place, 0, down), other)) down = Math.ceil(other.y + other.h + clearance) - place.y;
  const moved = row.flatMap(({ id, box, place }) => {
    const block = editor.document.blocks.get(id);
    const by = { x: place.x - box.x, y: place.y + down - box.y };
    return block && (by.x !== 0 || by.y !== 0) ? [[id, { ...block, x: block.x + by.x, y: block.y + by.y }] as const] : [];
  });
  if (moved.length > 0) editor.document.apply({ blocks: moved.map(([id, block]) => [id, block]) }, 'layout');
  return unionBoxes(row.map(({ place }) => translateBox(place, 0, down)));
}
