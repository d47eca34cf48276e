import type { Box, Vec } from '@autograph/geometry';
import type { ElkLabel } from 'elkjs/lib/elk-api.js';
import type { LayoutGraph } from './graph.ts';

type Node = LayoutGraph['nodes'][number];
export type Side = NonNullable<Node['beside']>['side'];

/** Space between a node and what stands beside it, px. */
const gap = 28;

/** Space between several on one side, px. */
const stacking = 12;

const placements: Readonly<Record<Side, string>> = {
  left: 'OUTSIDE H_LEFT V_CENTER',
  right: 'OUTSIDE H_RIGHT V_CENTER',
  top: 'OUTSIDE H_CENTER V_TOP',
  bottom: 'OUTSIDE H_CENTER V_BOTTOM',
};

/** Nodes that stand beside others of their own group, by those: they have no rank of their own. */
export function besides({ nodes }: LayoutGraph): ReadonlyMap<string, readonly Node[]> {
  const own = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<string, Node[]>();
  for (const node of nodes) {
    const anchor = node.beside && own.get(node.beside.of);
    if (!anchor || anchor.beside || anchor === node || anchor.group !== node.group) continue;
    found.set(anchor.id, [...(found.get(anchor.id) ?? []), node]);
  }
  return found;
}

/** To ELK they are labels outside of the node, for which it leaves room; with the gap on the side of the node. */
export function besideLabel({ id, w, h, beside }: Node): ElkLabel {
  const side = beside?.side ?? 'right';
  const across = side === 'left' || side === 'right';
  return {
    // ELK ignores labels without a text.
    text: id,
    width: w + (across ? gap : stacking),
    height: h + (across ? stacking : gap),
    layoutOptions: { 'elk.nodeLabels.placement': placements[side] },
  };
}

/** The node's own box in the room of its label. */
export function besideBox({ x, y }: Vec, { w, h, beside }: Node): Box {
  const [before, half] = [beside?.side === 'right' || beside?.side === 'bottom' ? gap : 0, stacking / 2];
  const across = beside?.side !== 'top' && beside?.side !== 'bottom';
  return { x: x + (across ? before : half), y: y + (across ? half : before), w, h };
}

/** The straight way between a node and what stands beside it; the middle of what both have in common. */
export function tieBetween(from: Box, to: Box): readonly Vec[] {
  const middle = (a: number, b: number, c: number, d: number) => (Math.max(a, c) + Math.min(a + b, c + d)) / 2;
  if (from.x + from.w <= to.x || to.x + to.w <= from.x) {
    const y = middle(from.y, from.h, to.y, to.h);
    return from.x < to.x ? [at(from.x + from.w, y), at(to.x, y)] : [at(from.x, y), at(to.x + to.w, y)];
  }
  const x = middle(from.x, from.w, to.x, to.w);
  return from.y < to.y ? [at(x, from.y + from.h), at(x, to.y)] : [at(x, from.y), at(x, to.y + to.h)];
}

const at = (x: number, y: number): Vec => ({ x, y });
