import type { GitModel } from './model.ts';

/** The place in time of every commit: one after the other as the text has them, or, in parallel, each right after what it follows. */
export function slotsOf({ commits, settings }: GitModel): ReadonlyMap<string, number> {
  const slots = new Map<string, number>();
  for (const [at, { id, parents }] of commits.entries()) {
    const after = parents.reduce((most, parent) => Math.max(most, (slots.get(parent) ?? -1) + 1), 0);
    slots.set(id, settings.parallelCommits ? after : at);
  }
  return slots;
}
