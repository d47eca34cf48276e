import { sameJson } from './same-json.ts';
import type { Color } from './shape.ts';

/** A line across the whole page that shapes align to. */
export interface Guide {
  /** `gd_…` */
  readonly id: string;
  /** `x`: upright, at this x; `y`: level, at this y. */
  readonly axis: 'x' | 'y';
  /** px on the page. */
  readonly at: number;
}

/** What everyone sees of the board besides its shapes; guides in the order of their ids. */
export interface BoardSettings {
  /** The theme's own when absent. A palette name means its pastel. */
  readonly background?: Color;
  readonly guides?: readonly Guide[];
}

/** New settings; null takes one away, and `guides` are all that there shall be. */
export interface BoardChange {
  readonly background?: Color | null;
  readonly guides?: readonly Guide[] | null;
}

const byId = (a: Guide, b: Guide) => (a.id < b.id ? -1 : 1);

/** The settings with the change made; the very same when it changes nothing. */
export function changedBoard(board: BoardSettings, change: BoardChange): BoardSettings {
  const background = change.background === undefined ? board.background : change.background;
  const guides = change.guides === undefined ? board.guides : change.guides;
  const next: BoardSettings = {
    ...(background && { background }),
    ...(guides && guides.length > 0 && { guides: [...guides].sort(byId) }),
  };
  return sameJson(board, next) ? board : next;
}
