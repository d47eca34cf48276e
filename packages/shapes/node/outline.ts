import type { Box, Path } from '@autograph/geometry';

export interface Size {
  readonly w: number;
  readonly h: number;
}

/** A path drawn over or behind the body of a node. */
export interface Detail {
  readonly path: Path;
  /** How it is filled: as the body, with the colour of its border, or not. */
  readonly fill?: 'body' | 'ink';
  readonly behind?: boolean;
}

/** One outline that a diagram's node may have. All in the node's own coordinates, px. */
export interface NodeOutline {
  /** The size of a node whose label has the given size. */
  size(label: Size): Size;
  path(size: Size): Path;
  details?(size: Size): readonly Detail[];
  /** Where the label goes; the whole node when absent. */
  label?(size: Size): Box;
  /** `ink`: filled with the colour of its border. `bare`: neither filled nor bordered, only its details are drawn. */
  readonly body?: 'ink' | 'bare';
  /** Labels wrap at this width, px, where a long line would blow the outline up; 200 when absent. */
  readonly wrap?: number;
  /** Has no room for a label. */
  readonly mute?: boolean;
}

/** Space between a label and the border on its left and right, and above and below, px. */
export const pad = { x: 16, y: 11 } as const;

/** The size of a box with room for a label, and for more on either axis. */
export function boxFor(label: Size, extra: Partial<Size> = {}): Size {
  return { w: Math.max(48, label.w + 2 * pad.x) + (extra.w ?? 0), h: Math.max(40, label.h + 2 * pad.y) + (extra.h ?? 0) };
}

/** A closed polygon through [x, y] pairs. */
export function polygon(...points: readonly (readonly [x: number, y: number])[]): Path {
  const [first, ...rest] = points;
  if (!first) return [];
  return [['M', first[0], first[1]], ...rest.map(([x, y]) => ['L', x, y] as const), ['Z']];
}

/** An open line through [x, y] pairs. */
export function line(...points: readonly (readonly [x: number, y: number])[]): Path {
  return polygon(...points).slice(0, -1);
}
