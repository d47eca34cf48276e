import type { Block, Placement } from '@autograph/document';
import type { BlockEdit } from '@autograph/editor';
import { mergePlacements } from './apply-block-edit.ts';
import { containerPadding } from './container.ts';

/** An edit after which nothing lies left of or above the container: if something would, the block's corner goes there instead. */
export function keepInside(block: Block, edit: BlockEdit): BlockEdit {
  const changed = Object.values(edit.layout).filter((placement) => placement !== null && !placement.points);
  const dx = shortfall(changed.map((placement) => placement?.x ?? 0));
  const dy = shortfall(changed.map((placement) => placement?.y ?? 0));
  if (dx === 0 && dy === 0) return edit;
  const layout = mergePlacements(block.layout, edit.layout);
  const moved = Object.entries(layout).map(([id, placement]) => [id, translatePlacement(placement, dx, dy)] as const);
  const dropped = Object.entries(edit.layout).filter(([, placement]) => placement === null);
  return {
    ...edit,
    layout: Object.fromEntries<Placement | null>([...dropped, ...moved]),
    x: (edit.x ?? block.x) - dx,
    y: (edit.y ?? block.y) - dy,
  };
}

function shortfall(values: readonly number[]): number {
  const least = Math.min(...values);
  return least < containerPadding && values.length > 0 ? containerPadding - least : 0;
}

/** A placement with its route, moved. */
export function translatePlacement(placement: Placement, dx: number, dy: number): Placement {
  return {
    ...placement,
    x: placement.x + dx,
    y: placement.y + dy,
    ...(placement.points && { points: placement.points.map(([x = 0, y = 0]) => [x + dx, y + dy]) }),
  };
}
