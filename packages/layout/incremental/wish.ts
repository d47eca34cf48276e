import { type Box, unionBoxes } from '@autograph/geometry';
import type { Board } from './board.ts';
import type { Unit } from './unit.ts';

/** Distance between ranks and between neighbours of one rank, px: what a layered layout leaves. */
export const rankGap = 52;
export const siblingGap = 36;
/** The least distance between ranks, px. */
const leastRankGap = 26;
/** How high a rank is, about, px: for edges that span several. */
const usualRank = 40;
/** Line that stays visible before and after an edge's label, px. */
const aroundLabel = 24;

/** Where a unit would best be, in flow coordinates: its middle across, and the range of places along. */
export interface Wish {
  readonly middle: number;
  readonly y: number;
  /** Not above, not below, unless nothing else is left. */
  readonly top: number;
  readonly bottom: number;
  /** What it is linked to. */
  readonly anchors: readonly Anchor[];
}

export interface Anchor {
  readonly id: string;
  readonly box: Box;
  /** The edge runs from the anchor to the unit. */
  readonly onward: boolean;
  /** Distance along the flow that the edge asks for, px. */
  readonly gap: number;
}

/** Links of a unit with what has a place. */
export function anchorsOf(unit: Pick<Unit, 'id'>, board: Board, toFlow: (box: Box) => Box, sideways: boolean): Anchor[] {
  const own = new Set(board.within(unit.id));
  return board.graph.edges.flatMap(({ from, to, label, length = 1 }): Anchor[] => {
    const onward = own.has(to);
    const [near, far] = onward ? [to, from] : [from, to];
    const box = board.boxes.get(far);
    if (!own.has(near) || own.has(far) || !box || board.around(unit.id).includes(far)) return [];
    const needed = label ? (sideways ? label.w : label.h) + 2 * aroundLabel : 0;
    const ranks = Math.min(10, Math.max(1, length)) - 1;
    return [{ id: far, box: toFlow(box), onward, gap: Math.max(rankGap, needed) + ranks * (rankGap + usualRank) }];
  });
}

/** Where a unit of that size belongs by its links: below what leads to it, above what it leads to, in the middle of them. */
export function wishFor(size: { readonly w: number; readonly h: number }, anchors: readonly Anchor[]): Wish | undefined {
  if (anchors.length === 0) return undefined;
  const sources = anchors.filter(({ onward }) => onward);
  const targets = anchors.filter(({ onward }) => !onward);
  const middles = (sources.length > 0 ? sources : targets).map(({ box }) => box.x + box.w / 2);
  const middle = middles.reduce((sum, value) => sum + value, 0) / middles.length;
  const under = Math.max(...sources.map(({ box, gap }) => box.y + box.h + gap));
  const over = Math.min(...targets.map(({ box, gap }) => box.y - gap - size.h));
  const top = Math.max(...sources.map(({ box }) => box.y + box.h + leastRankGap));
  const bottom = Math.min(...targets.map(({ box }) => box.y - leastRankGap - size.h));
  if (sources.length === 0) return { middle, y: over, top: Number.NEGATIVE_INFINITY, bottom, anchors };
  if (targets.length === 0 || top > bottom) return { middle, y: under, top, bottom: Number.POSITIVE_INFINITY, anchors };
  const both = anchors.map(({ box }) => box.x + box.w / 2);
  return {
    middle: both.reduce((sum, value) => sum + value, 0) / both.length,
    y: under <= over ? under : (top + bottom) / 2,
    top,
    bottom,
    anchors,
  };
}

/** Without links: at the end of the first rank of what is in the same group, or on a new line when that is wide already. */
export function wishBeside(size: { readonly w: number; readonly h: number }, others: readonly Box[]): Wish {
  const all = unionBoxes(others) ?? { x: 0, y: 0, w: 0, h: 0 };
  const wide = all.w > 900 && all.w > 2 * all.h;
  const at =
    others.length === 0
      ? { x: all.x, y: all.y }
      : wide
        ? { x: all.x, y: all.y + all.h + rankGap }
        : { x: all.x + all.w + siblingGap, y: all.y };
  return {
    middle: at.x + size.w / 2,
    y: at.y,
    top: Number.NEGATIVE_INFINITY,
    bottom: Number.POSITIVE_INFINITY,
    anchors: [],
  };
}
