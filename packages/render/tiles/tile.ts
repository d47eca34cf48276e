import type { Box } from '@autograph/geometry';
import type { CanvasContext, Pixels } from '../canvas-context.ts';

/** Something to paint on and to copy from: a canvas of the platform. */
export interface Surface {
  readonly context: CanvasContext;
  readonly pixels: Pixels;
}

/** One square of the page at one zoom, painted once and copied from then on. */
export interface Tile {
  readonly column: number;
  readonly row: number;
  readonly surface: Surface;
  /** Part of the page that has to be painted again; undefined when the tile shows the truth. */
  stale: Box | undefined;
  /** The last frame that showed it. */
  used: number;
}

/** All tiles of one zoom; `zoom` is device px for one page px. */
export interface Level {
  readonly zoom: number;
  readonly tiles: Map<string, Tile>;
}

export interface TileRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const tileKey = (column: number, row: number): string => `${column},${row}`;

/** The tiles of `size` device px that meet a page box; right and bottom are included. */
export function tilesOver({ x, y, w, h }: Box, zoom: number, size: number): TileRange {
  const at = (page: number) => Math.floor((page * zoom) / size + 1e-9);
  const last = (page: number) => Math.ceil((page * zoom) / size - 1e-9) - 1;
  return { left: at(x), top: at(y), right: Math.max(at(x), last(x + w)), bottom: Math.max(at(y), last(y + h)) };
}

/** What a tile shows of the page, px. */
export function tileBox(column: number, row: number, zoom: number, size: number): Box {
  const side = size / zoom;
  return { x: column * side, y: row * side, w: side, h: side };
}
