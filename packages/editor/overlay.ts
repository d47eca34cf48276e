import type { ShapeId } from '@autograph/document';
import type { Box, Vec } from '@autograph/geometry';
import type { Handle } from './shape-definition.ts';

/** A box on the page, turned by `rotation` degrees about its centre. */
export interface TurnedBox {
  readonly box: Box;
  readonly rotation: number;
}

/** A guide to show while something snaps to it; page px. */
export interface SnapLine {
  readonly from: Vec;
  readonly to: Vec;
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

/** What a gesture shows besides the shapes. */
export interface GestureOverlay {
  /** Page px. */
  readonly marquee: Box | null;
  readonly snapLines: readonly SnapLine[];
  /** The shape that an arrow end would bind to, or the container that the drag would drop into. */
  readonly target: ShapeId | null;
  /** Degrees shown while rotating. */
  readonly angle: number | null;
}

export const noGesture: GestureOverlay = { marquee: null, snapLines: [], target: null, angle: null };

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
}
