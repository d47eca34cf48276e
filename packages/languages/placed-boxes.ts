import type { Placement } from '@autograph/document';
import { type Box, unionBoxes } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';

/** Space between a frame's border and what is in it, px; more above, for its title. */
const inset = { side: 20, top: 40 };

/** Boxes of all that has a place, block coordinates. A frame is at least as big as what is in it. */
export function placedBoxes(graph: LayoutGraph, layout: Readonly<Record<string, Placement>>): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  const inside = new Map<string, Box[]>();
  const put = (id: string, box: Box, group: string | undefined) => {
    boxes.set(id, box);
    if (group === undefined) return;
    const known = inside.get(group);
    if (known) known.push(box);
    else inside.set(group, [box]);
  };
  for (const { id, w, h, group } of graph.nodes) {
    const placement = layout[id];
    if (placement) put(id, sized(placement, w, h), group);
  }
  for (const { id, group } of graph.groups.toReversed()) {
    const placement = layout[id];
    if (!placement) continue;
    const own = { x: placement.x, y: placement.y, w: placement.w ?? 120, h: placement.h ?? 80 };
    const members = unionBoxes(inside.get(id) ?? []);
    put(id, unionBoxes([own, ...(members ? [around(members)] : [])]) ?? own, group);
  }
  return boxes;
}

/** What was laid out in another size stays centred where it was, and what a person placed keeps its corner. */
function sized({ x, y, w, h, pinned }: Placement, width: number, height: number): Box {
  if (pinned || w === undefined || h === undefined) return { x, y, w: width, h: height };
  return { x: x + Math.round((w - width) / 2), y, w: width, h: height };
}

function around({ x, y, w, h }: Box): Box {
  return { x: x - inset.side, y: y - inset.top, w: w + 2 * inset.side, h: h + inset.top + inset.side };
}
