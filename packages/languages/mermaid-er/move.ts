import type { Block, Placement, ShapeChange } from '@autograph/document';
import type { ErModel } from './model.ts';
import { holders } from './tables.ts';

/** Pinned placements after a table or frame was dragged; a frame takes its members along. */
export function moves(model: ErModel, block: Block, id: string, change: ShapeChange): Record<string, Placement> {
  const placement = block.layout[id];
  const x = typeof change.x === 'number' ? change.x : undefined;
  const y = typeof change.y === 'number' ? change.y : undefined;
  if (!placement || (x === undefined && y === undefined)) return {};
  const parent = holders(model).get(id);
  const origin = (parent === undefined ? undefined : block.layout[parent]) ?? { x: 0, y: 0 };
  const dx = x === undefined ? 0 : x + origin.x - placement.x;
  const dy = y === undefined ? 0 : y + origin.y - placement.y;
  const moved: Record<string, Placement> = {};
  const visit = (member: string) => {
    const at = block.layout[member];
    if (!at || moved[member]) return;
    moved[member] = { ...at, x: at.x + dx, y: at.y + dy, pinned: true };
    for (const inner of model.groups.find((group) => group.id === member)?.members ?? []) visit(inner);
  };
  visit(id);
  return moved;
}
