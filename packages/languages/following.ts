import type { Block, Placement } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import { mergePlacements } from './apply-block-edit.ts';
import { adjust, graphOf, needsLayout } from './arrange.ts';
import { withOwnLayout } from './own-layout.ts';
import { takeOver } from './take-over.ts';

/** What has become of a block: how it was before, and whether that is a person's doing, not taken back or done again. */
export interface BlockChange {
  readonly before: Block | undefined;
  readonly fresh: boolean;
}

export type ChangedPlacements = Readonly<Record<string, Placement | null>>;

/** Placements that follow from a change at once, empty when nothing does; undefined when what is new has to wait for a whole layout. */
export function following(
  given: Block,
  { before, fresh }: BlockChange,
  { unplaced, shapes }: Pick<Derivation, 'unplaced' | 'shapes'>,
  measure: TextMeasurer,
): ChangedPlacements | undefined {
  const block = withOwnLayout(given);
  const graph = graphOf(block, measure);
  if (!graph || !(fresh || unplaced.length > 0)) return {};
  const names = before ? takeOver(graphOf(before, measure) ?? graph, graph, block.layout) : {};
  const layout = mergePlacements(block.layout, names);
  if (needsLayout(block, graph, layout)) return undefined;
  const shown = Object.keys(names).length > 0 ? undefined : shapes;
  return { ...names, ...adjust({ ...block, layout }, measure, shown) };
}

/** Placements that a layout has found, for a block in which a person may have moved things while it ran: these stay, and all else makes room. */
export function filling(given: Block, found: Block['layout'], measure: TextMeasurer): Block['layout'] {
  const block = withOwnLayout(given);
  const fresh = Object.fromEntries(Object.entries(found).filter(([node]) => !block.layout[node]?.pinned));
  const touched = Object.values(block.layout).some(({ pinned }) => pinned);
  if (!touched || Object.keys(fresh).length === 0) return fresh;
  return { ...fresh, ...adjust({ ...block, layout: { ...block.layout, ...fresh } }, measure) };
}
