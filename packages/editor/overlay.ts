import type { ShapeId } from '@autograph/document';
import type { Box, Vec } from '@autograph/geometry';
import { type Measure, noMeasure } from './measure.ts';
import type { Handle } from './shape-definition.ts';
import type { SnapLine } from './snap-line.ts';

/** A box on the page, turned by `rotation` degrees about its centre. */
export interface TurnedBox {
  readonly box: Box;
  readonly rotation: number;
}

export type ResizeHandle = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w';

/** A grip; page px. `id` is a resize direction, 'rotate', one of the shape's own handles, or the side that a 'connect' grip draws an arrow from. */
export interface Grip {
  readonly kind: 'resize' | 'rotate' | 'shape' | 'connect';
  readonly id: string;
  readonly at: Vec;
  /** Where it can be taken hold of besides `at`. */
  readonly box?: Box;
  readonly look?: Handle['look'];
  /** The shape of a 'connect' grip. */
  readonly shape?: ShapeId;
  /** For people and screen readers. */
  readonly label: string;
  /** CSS cursor over it. */
  readonly cursor: string;
}

export interface GuideLine {
  /** `x`: upright at this x; `y`: level at this y. */
  readonly axis: 'x' | 'y';
  readonly at: number;
  /** It was pressed last: Delete removes it. */
  readonly focused: boolean;
}

/** A button that folds a container, or unfolds it when it is folded. */
export interface FoldMark {
  readonly box: Box;
  readonly folded: boolean;
}

/** What a gesture shows besides the shapes. */
export interface GestureOverlay {
  /** Page px. */
  readonly marquee: Box | null;
  /** The marquee takes all that it touches, not only what it encloses. */
  readonly touching: boolean;
  /** The way of a lasso, page px. */
  readonly trail: readonly Vec[];
  readonly snapLines: readonly SnapLine[];
  /** Equal gaps that something snaps to; their length is shown. */
  readonly gaps: readonly SnapLine[];
  /** Distances from the selection to what is under the pointer. */
  readonly measure: Measure;
  /** A guide being pulled or moved: shown in place of the stored one; null at `at` while it would be taken away. */
  readonly guide: { readonly id: string; readonly axis: 'x' | 'y'; readonly at: number | null } | null;
  /** The shape that an arrow end would bind to, or the container that the drag would drop into. */
  readonly target: ShapeId | null;
  /** What the gesture has come to, such as an angle or a size, below what it changes. */
  readonly badge: Badge | null;
}

/** A short text centred below a page point. */
export interface Badge {
  readonly text: string;
  readonly at: Vec;
}

export const noGesture: GestureOverlay = {
  marquee: null,
  touching: false,
  trail: [],
  snapLines: [],
  gaps: [],
  measure: noMeasure,
  guide: null,
  target: null,
  badge: null,
};

/** What a gesture has made of a box, below it. */
export function badgeBelow(box: Box, text: string): Badge {
  return { text, at: { x: box.x + box.w / 2, y: box.y + box.h } };
}

/** A length or coordinate for people: whole px where it is whole, else one decimal. */
export function readable(px: number): string {
  return String(Math.round(px * 10) / 10);
}

/** `w x h` of a box, px. */
export function sizeBadge(box: Box): Badge {
  return badgeBelow(box, `${readable(box.w)} × ${readable(box.h)}`);
}

/** All that is painted over the board. */
export interface Overlay extends GestureOverlay {
  readonly hovered: TurnedBox | null;
  /** Each selected shape; none while more than 200 are selected, when only `bounds` is shown. */
  readonly selected: readonly TurnedBox[];
  /** The shape where someone who works by keys is. */
  readonly focused: TurnedBox | null;
  /** The frame around the selection. */
  readonly bounds: TurnedBox | null;
  readonly grips: readonly Grip[];
  /** Lines across the whole page that shapes align to; page px. */
  readonly guides: readonly GuideLine[];
  /** The buttons that fold what is hovered or selected; page px. */
  readonly folds: readonly FoldMark[];
  /** Frames of the hovered and selected shapes that are locked. */
  readonly locks: readonly TurnedBox[];
  /** Frames of the hovered and selected shapes of diagrams that are pinned. */
  readonly pins: readonly TurnedBox[];
  /** How to go on with what has just been drawn. */
  readonly hint: Badge | null;
}
