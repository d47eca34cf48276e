import type { Block, Placement } from '@autograph/document';

type Layout = Readonly<Record<string, Placement>>;

const made = new WeakMap<Layout, Layout>();

/** Placements by node id with nothing inherited: a node may be called `constructor`. The same object for the same layout. */
export function ownLayout(layout: Layout): Layout {
  if (Object.getPrototypeOf(layout) === null) return layout;
  const known = made.get(layout);
  if (known) return known;
  const own: Layout = Object.assign(Object.create(null), layout);
  made.set(layout, own);
  return own;
}

/** A block whose placements inherit nothing. */
export const withOwnLayout = <B extends Pick<Block, 'layout'>>(block: B): B => ({ ...block, layout: ownLayout(block.layout) });
