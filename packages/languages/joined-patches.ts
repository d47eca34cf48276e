import type { TextPatch } from '@autograph/editor';

/** Patches in order; takings-out that touch become one. */
export function joinedPatches(patches: readonly TextPatch[]): readonly TextPatch[] {
  const ordered = patches.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const one: TextPatch[] = [];
  for (const patch of ordered) {
    const last = one.at(-1);
    if (last && patch.from < last.to && patch.insert === '' && last.insert === '') {
      one[one.length - 1] = { from: last.from, to: Math.max(last.to, patch.to), insert: '' };
    } else one.push(patch);
  }
  return one;
}

/** Whether patches, in order, leave each other alone. */
export function areApart(patches: readonly TextPatch[]): boolean {
  return patches.every(({ from }, at) => at === 0 || from >= (patches[at - 1]?.to ?? 0));
}
