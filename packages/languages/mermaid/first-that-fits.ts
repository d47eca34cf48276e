import { composePatches, patchText, type TextPatch } from '@autograph/editor';
import { areApart } from '../joined-patches.ts';
import type { Parsed } from '../language.ts';

export interface Fit<Model> {
  readonly patches: readonly TextPatch[];
  /** What the text says after them. */
  readonly model: Model;
}

/** The first of several ways to write something after which the text says what it should. */
export function firstThatFits<Model>(
  source: string,
  parse: (source: string) => Parsed<Model>,
  ways: Iterable<readonly TextPatch[]>,
  fits: (after: Model) => boolean,
): Fit<Model> | undefined {
  for (const way of ways) {
    const patches = way.toSorted((a, b) => a.from - b.from || a.to - b.to);
    if (!areApart(patches)) continue;
    const after = parse(patchText(source, patches));
    if (after.ok && fits(after.model)) return { patches: composePatches(source, patches, []), model: after.model };
  }
  return undefined;
}

/** Whether two normal forms are equal when the order in their lists, and of their properties, means nothing. */
export function sameForm(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** JSON with lists and properties sorted. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${entries
    .map(([key, part]) => `${key}:${canonical(part)}`)
    .sort()
    .join()}}`;
}
