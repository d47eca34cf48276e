import type { Column } from './columns.ts';

/** How far open fragments reach to both sides, px. */
export interface Extents {
  open(): void;
  add(left: number, right: number): void;
  /** The innermost fragment's reach, at least `least` wide; what is around it reaches a little farther. */
  close(least: number): { readonly left: number; readonly right: number };
}

/** Space between a fragment's border and what is in it, px. */
const margin = 22;
const nested = 8;

export function createExtents(columns: ReadonlyMap<string, Column>): Extents {
  const stack: { left: number; right: number }[] = [];
  const add = (left: number, right: number) => {
    const inner = stack.at(-1);
    if (!inner) return;
    inner.left = Math.min(inner.left, left);
    inner.right = Math.max(inner.right, right);
  };
  const centres = [...columns.values()].map(({ centre }) => centre);
  const leftmost = centres.reduce((least, x) => Math.min(least, x), centres[0] ?? 0);
  const rightmost = centres.reduce((most, x) => Math.max(most, x), centres[0] ?? 0);
  return {
    add,
    open: () => void stack.push({ left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY }),
    close(least) {
      const inner = stack.pop();
      const empty = !inner || inner.left > inner.right;
      const left = (empty ? leftmost : inner.left) - margin;
      const right = (empty ? rightmost : inner.right) + margin;
      const reach = { left: Math.floor(left), right: Math.ceil(Math.max(right, left + least)) };
      add(reach.left + margin - nested, reach.right - margin + nested);
      return reach;
    },
  };
}
