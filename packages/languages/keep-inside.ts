import type { Block, Placement } from '@autograph/document';
import type { BlockEdit } from '@autograph/editor';
import { mergePlacements } from './apply-block-edit.ts';
import { containerPadding } from './container.ts';

/** Clear space between an edge and the edge of its container, px. */
export const routePadding = 12;

/** An edit after which nothing lies left of or above the container: if something would, the block's corner goes there instead. */
export function keepInside(block: Block, edit: BlockEdit): BlockEdit {
  const changed = Object.values(edit.layout).flatMap((placement) => placement ?? []);
  const boxes = changed.filter(({ points }) => !points);
  const routes = changed.flatMap(({ points = [] }) => points);
  const dx = Math.max(
    shortfall(
      boxes.map(({ x }) => x),
      containerPadding,
    ),
    shortfall(
      routes.map(([x = 0]) => x),
      routePadding,
    ),
  );
  const dy = Math.max(
    shortfall(
      boxes.map(({ y }) => y),
      containerPadding,
    ),
    shortfall(
      routes.map(([, y = 0]) => y),
      routePadding,
    ),
  );
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

function shortfall(values: readonly number[], padding: number): number {
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  return least < padding && values.length > 0 ? Math.ceil(padding - least) : 0;
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
