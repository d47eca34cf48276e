import type { Block, Placement } from '@autograph/document';
import type { BlockEdit } from '@autograph/editor';
import { patchText } from '@autograph/editor';

/** The block after an edit of its text, placements or position. */
export function applyBlockEdit(block: Block, edit: BlockEdit): Block {
  return {
    ...block,
    source: patchText(block.source, edit.patches),
    layout: mergePlacements(block.layout, edit.layout),
    x: edit.x ?? block.x,
    y: edit.y ?? block.y,
  };
}

/** Placements with some replaced, and those given as null taken out. */
export function mergePlacements(
  layout: Readonly<Record<string, Placement>>,
  changes: Readonly<Record<string, Placement | null>>,
): Record<string, Placement> {
  const merged = new Map(Object.entries(layout));
  for (const [id, placement] of Object.entries(changes)) {
    if (placement) merged.set(id, placement);
    else merged.delete(id);
  }
  return Object.fromEntries(merged);
}
