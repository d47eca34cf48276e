import type { Box } from '@autograph/geometry';
import type { CanvasContext } from '../canvas-context.ts';
import { type Level, type Tile, tileKey, tilesOver } from './tile.ts';

/** What is seen: (x, y) is the page point at the top-left corner, `zoom` device px for one page px, w and h device px. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly w: number;
  readonly h: number;
}

/** The part of the page that is seen, px. */
export function viewBox({ x, y, zoom, w, h }: View): Box {
  return { x, y, w: w / zoom, h: h / zoom };
}

/** Copies a level's tiles onto the target, whose transform it resets: pixel for pixel at the level's own zoom, scaled at others. */
export function blitLevel(target: CanvasContext, level: Level, view: View, size: number): void {
  const ratio = view.zoom / level.zoom;
  const { left, top, right, bottom } = tilesOver(viewBox(view), level.zoom, size);
  target.setTransform(1, 0, 0, 1, 0, 0);
  target.imageSmoothingEnabled = ratio !== 1;
  const [originX, originY] = [Math.round(view.x * view.zoom), Math.round(view.y * view.zoom)];
  const edge = (index: number, origin: number) => Math.round(index * size * ratio) - origin;
  const blit = ({ column, row, surface }: Tile): void => {
    const [x, y] = [edge(column, originX), edge(row, originY)];
    target.drawImage(surface.pixels, x, y, edge(column + 1, originX) - x, edge(row + 1, originY) - y);
  };
  if ((right - left + 1) * (bottom - top + 1) > level.tiles.size) {
    for (const tile of level.tiles.values())
      if (tile.column >= left && tile.column <= right && tile.row >= top && tile.row <= bottom) blit(tile);
    return;
  }
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const tile = level.tiles.get(tileKey(column, row));
      if (tile) blit(tile);
    }
}
