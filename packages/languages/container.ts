import type { Block, Shape } from '@autograph/document';
import { type Box, unionBoxes } from '@autograph/geometry';

/** Clear space between a diagram and the edge of its container, px. */
export const containerPadding = 24;

const empty = { w: 280, h: 140 };

/** The shape that holds a block's contents; big enough to enclose them, since contents never start left of or above it. */
export function containerShape(block: Block, label: string, contents: readonly Shape[]): Shape {
  return around(block, label, contents.filter((shape) => shape.parent_id === block.id).flatMap(extent));
}

/** The same for a block that has not been read yet: as large as what has a place in it. */
export function placedContainer(block: Block, label: string): Shape {
  const boxes = Object.values(block.layout).map(({ x, y, w = 0, h = 0 }) => ({ x, y, w, h }));
  return around(block, label, boxes);
}

function around(block: Block, label: string, boxes: readonly Box[]): Shape {
  const box = unionBoxes(boxes);
  return {
    id: block.id,
    type: 'block',
    x: block.x,
    y: block.y,
    w: box ? Math.max(box.x + box.w + containerPadding, 2 * containerPadding) : empty.w,
    h: box ? Math.max(box.y + box.h + containerPadding, 2 * containerPadding) : empty.h,
    rotation: 0,
    parent_id: null,
    index: block.index,
    name: label,
  };
}

function extent(shape: Shape): Box[] {
  const own = { x: shape.x, y: shape.y, w: shape.w, h: shape.h };
  if (!shape.start && !shape.end) return [own];
  return [own, ...(shape.points ?? []).map(([x = 0, y = 0]) => ({ x, y, w: 0, h: 0 }))];
}
