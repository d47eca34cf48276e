/** What differs between a list and what it became. */
export interface ListChange<Before, After> {
  /** How many at the beginning stay. */
  readonly head: number;
  /** Those that change, each with what it becomes; undefined when it goes. */
  readonly changed: readonly (readonly [Before, After | undefined])[];
  /** What is new, after those. */
  readonly fresh: readonly After[];
}

/** Two lists held against each other from both ends. */
export function listChange<Before, After>(
  before: readonly Before[],
  after: readonly After[],
  same: (a: Before, b: After) => boolean,
): ListChange<Before, After> {
  const alike = (a: Before | undefined, b: After | undefined) => a !== undefined && b !== undefined && same(a, b);
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && alike(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && alike(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const old = before.slice(head, before.length - tail);
  const wanted = after.slice(head, after.length - tail);
  return { head, changed: old.map((one, at) => [one, wanted[at]] as const), fresh: wanted.slice(old.length) };
}
