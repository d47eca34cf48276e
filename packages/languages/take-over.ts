import type { Placement } from '@autograph/document';
import type { LayoutGraph } from '@autograph/layout';
import type { Placements } from './language.ts';
import { renamed } from './renamed.ts';

/**
 * The places of what has only been renamed in the text since `before`, under the new names, and null under the old ones. Empty when more
 * was changed than names, or what was renamed had no place.
 */
export function takeOver(before: LayoutGraph, graph: LayoutGraph, layout: Placements): Readonly<Record<string, Placement | null>> {
  const names = renamed(before, graph);
  if (!names || [...names.values()].some((old) => !layout[old])) return {};
  const gone = [...names.values()].filter((old) => !names.has(old)).map((old) => [old, null] as const);
  return Object.fromEntries<Placement | null>([...gone, ...[...names].map(([now, old]) => [now, layout[old] ?? null] as const)]);
}
