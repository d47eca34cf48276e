import type { Block, Placement } from '@autograph/document';
import { type Box, type TextMeasurer, unionBoxes } from '@autograph/geometry';
import { sizeOf } from './graph.ts';
import type { FlowModel } from './model.ts';
import { visibleChart } from './visible.ts';

/** Space between a group's border and what is in it, px; more above, for its title. */
const inset = { side: 20, top: 40 };

/** Boxes of all that has a place, block coordinates. A group is at least as big as what is in it. */
export function placedBoxes(model: FlowModel, block: Block, measure: TextMeasurer): ReadonlyMap<string, Box> {
  const { nodes, groups } = visibleChart(model);
  const boxes = new Map<string, Box>();
  const members = new Map<string, Box[]>();
  const put = (id: string, box: Box, parent: string | undefined) => {
    boxes.set(id, box);
    if (parent !== undefined) members.set(parent, [...(members.get(parent) ?? []), box]);
  };
  for (const node of nodes) {
    const placement = block.layout[node.id];
    if (placement) put(node.id, nodeBox(placement, sizeOf(node, model, measure)), node.parent);
  }
  for (const group of groups.toReversed()) {
    const placement = block.layout[group.id];
    if (!placement) continue;
    const inside = unionBoxes(members.get(group.id) ?? []);
    const own = { x: placement.x, y: placement.y, w: placement.w ?? 120, h: placement.h ?? 80 };
    put(group.id, unionBoxes([own, ...(inside ? [around(inside)] : [])]) ?? own, group.parent);
  }
  return boxes;
}

function around({ x, y, w, h }: Box): Box {
  return { x: x - inset.side, y: y - inset.top, w: w + 2 * inset.side, h: h + inset.top + inset.side };
}

/** A node that was laid out with another label stays centred where it was; one that a person sized keeps that size. */
function nodeBox({ x, y, w, h, pinned }: Placement, size: { readonly w: number; readonly h: number }): Box {
  if (w === undefined || h === undefined) return { x, y, ...size };
  if (pinned) return { x, y, w, h };
  return { x: x + (w - size.w) / 2, y: y + (h - size.h) / 2, ...size };
}
