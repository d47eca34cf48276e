import type { Layering } from './layering.ts';
import type { Order } from './order.ts';
import type { Ports } from './ports.ts';

/** Between ends of edges at a frame, px. */
const endGap = 12;

/** What the ends of edges at frames need: to be so far right of something, px, or as near as can be to something. */
export interface FrameEnds {
  readonly apart: readonly { readonly from: number; readonly to: number; readonly least: number }[];
  readonly near: readonly { readonly end: number; readonly node: number }[];
}

/**
 * Edges end at a frame above or below what is in it: over its nodes, as near to the middle as can be, and beside what else runs into the
 * frame on that side.
 */
export function frameEnds({ items, links, chains, inside }: Layering, order: Order, ports: Ports): FrameEnds {
  const upper = new Set(chains.map((chain) => chain[0]));
  // How far beside its middle edges end at an item on that side; undefined where none ends.
  const reach = (below: boolean) => {
    const found = new Map<number, number>();
    for (const link of links.flat()) {
      const [item, end, offsets] = below ? [link.upper, 0, ports.upper] : [link.lower, -1, ports.lower];
      const offset = chains[link.edge]?.at(end) === item ? Math.abs(offsets[link.edge] ?? 0) : 0;
      found.set(item, Math.max(found.get(item) ?? 0, offset));
    }
    return found;
  };
  const reaches = { below: reach(true), above: reach(false) };
  const apart: { from: number; to: number; least: number }[] = [];
  const near: { end: number; node: number }[] = [];
  for (const layer of order) {
    for (const [at, end] of layer.entries()) {
      const { kind, group = -1 } = items[end] ?? {};
      if (kind !== 'frame') continue;
      const side = upper.has(end) ? reaches.below : reaches.above;
      const within = (item: number) => inside[item]?.includes(group) === true;
      for (const step of [-1, 1]) {
        let i = at + step;
        while (i >= 0 && i < layer.length && within(layer[i] ?? -1) && !side.has(layer[i] ?? -1)) i += step;
        const other = layer[i];
        if (other === undefined || !within(other)) continue;
        const least = endGap + (side.get(other) ?? 0);
        apart.push(step < 0 ? { from: other, to: end, least } : { from: end, to: other, least });
      }
      for (const item of layer) if (items[item]?.kind === 'node' && within(item)) near.push({ end, node: item });
    }
  }
  return { apart, near };
}
