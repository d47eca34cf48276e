import type { Block } from '@autograph/document';
import { type Box, type TextMeasurer, unionBoxes } from '@autograph/geometry';
import { nodeSize } from '@autograph/shapes/node/node-shape.ts';
import { containerPadding } from '../container.ts';
import { mindLook, type Place, placesOf } from './look.ts';
import { childrenOf, type MindModel } from './model.ts';

/** Between a node and those that belong to it, px. */
const reach = 56;
/** Between neighbours, and between the root's branches, px. */
const gap = { near: 12, branch: 24 } as const;

type Side = 1 | -1;

export interface MindLayout {
  readonly boxes: readonly Box[];
  readonly places: readonly Place[];
  /** How far everything was moved so that nothing lies left of or above the container: what a placement says is this much less. */
  readonly shift: { readonly x: number; readonly y: number };
}

/** The root in the middle, its branches to the right and then to the left; what a person placed stays, and what belongs to it follows. */
export function layoutMindmap(model: MindModel, layout: Block['layout'], measure: TextMeasurer): MindLayout {
  const { nodes } = model;
  const places = placesOf(model);
  const children = childrenOf(model);
  const sizes = nodes.map((node, at) => nodeSize(mindLook(node, places[at] ?? { depth: 0, branch: -1 }), measure));
  const heights = subtreeHeights(
    children,
    sizes.map(({ h }) => h),
  );
  const left = leftBranches(children[0] ?? [], heights);

  const run = (pins: Block['layout']): Box[] => {
    const boxes: Box[] = [];
    const put = (at: number, centre: { readonly x: number; readonly y: number }) => {
      const size = sizes[at] ?? { w: 0, h: 0 };
      const pin = pins[nodes[at]?.nodeId ?? ''];
      const box = { x: centre.x - size.w / 2, y: Math.round(centre.y - size.h / 2), ...size };
      boxes[at] = pin ? { ...size, x: pin.x, y: pin.y } : box;
    };
    const stack = (parent: number, members: readonly number[], side: Side) => {
      const from = boxes[parent];
      if (!from) return;
      const between = parent === 0 ? gap.branch : gap.near;
      const total = members.reduce((sum, member) => sum + (heights[member] ?? 0) + between, -between);
      let y = from.y + from.h / 2 - total / 2;
      for (const member of members) {
        const [height, width] = [heights[member] ?? 0, sizes[member]?.w ?? 0];
        const x = side > 0 ? from.x + from.w + reach + width / 2 : from.x - reach - width / 2;
        put(member, { x, y: y + height / 2 });
        y += height + between;
      }
    };
    put(0, { x: 0, y: 0 });
    for (const [at, members] of children.entries()) {
      if (at === 0) {
        stack(
          0,
          members.filter((member) => !left.has(member)),
          1,
        );
        stack(
          0,
          members.filter((member) => left.has(member)),
          -1,
        );
      } else stack(at, members, sideOf(at, nodes[at]?.parent ?? 0, boxes));
    }
    return boxes;
  };

  const natural = unionBoxes(run({})) ?? { x: 0, y: 0, w: 0, h: 0 };
  const root = sizes[0] ?? { w: 0, h: 0 };
  const home = { x: Math.round(containerPadding - natural.x - root.w / 2), y: Math.round(containerPadding - natural.y - root.h / 2) };
  const rootId = nodes[0]?.nodeId ?? '';
  const boxes = run(layout[rootId] ? layout : { ...layout, [rootId]: home });
  const all = unionBoxes(boxes) ?? { x: 0, y: 0, w: 0, h: 0 };
  const shift = { x: Math.max(0, containerPadding - Math.floor(all.x)), y: Math.max(0, containerPadding - Math.floor(all.y)) };
  return { boxes: boxes.map((box) => ({ ...box, x: box.x + shift.x, y: box.y + shift.y })), places, shift };
}

/** On which side of the one that it belongs to a node lies: what belongs to it goes on that way. */
function sideOf(at: number, parent: number, boxes: readonly Box[]): Side {
  const [own, above] = [boxes[at], boxes[parent]];
  return own && above && own.x + own.w / 2 < above.x + above.w / 2 ? -1 : 1;
}

/** Of every node, what it takes with all that belongs to it. */
function subtreeHeights(children: readonly (readonly number[])[], heights: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (let at = children.length - 1; at >= 0; at--) {
    const inside = (children[at] ?? []).reduce((sum, child) => sum + (found[child] ?? 0) + gap.near, -gap.near);
    found[at] = Math.max(heights[at] ?? 0, inside);
  }
  return found;
}

/** The branches that go to the left: the last ones, up to half of the height of all. */
function leftBranches(branches: readonly number[], heights: readonly number[]): ReadonlySet<number> {
  const half = branches.reduce((sum, branch) => sum + (heights[branch] ?? 0), 0) / 2;
  const left = new Set<number>();
  let sum = 0;
  for (const branch of branches.toReversed()) {
    const height = heights[branch] ?? 0;
    if (left.size === branches.length - 1 || sum + height / 2 > half) break;
    left.add(branch);
    sum += height;
  }
  return left;
}
