import type { Box } from '@autograph/geometry';
import type { CanvasContext } from '../canvas-context.ts';
import { type Level, type Tile, tileBox, tileKey, tilesOver } from './tile.ts';

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

/** Whether a level has tiles for all of a page box. */
export function covers(level: Level, box: Box, size: number): boolean {
  const { left, top, right, bottom } = tilesOver(box, level.zoom, size);
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) if (!level.tiles.has(tileKey(column, row))) return false;
  return true;
}

/** Copies what a level of another zoom shows of a page box, scaled, and nothing beside it. */
export function blitPart(target: CanvasContext, level: Level, view: View, size: number, box: Box): void {
  const { left, top, right, bottom } = tilesOver(box, level.zoom, size);
  target.setTransform(1, 0, 0, 1, 0, 0);
  target.imageSmoothingEnabled = true;
  const toScreen = (page: number, origin: number) => Math.round(page * view.zoom) - Math.round(origin * view.zoom);
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const tile = level.tiles.get(tileKey(column, row));
      if (!tile) continue;
      const own = tileBox(column, row, level.zoom, size);
      const [x, y] = [Math.max(own.x, box.x), Math.max(own.y, box.y)];
      const [endX, endY] = [Math.min(own.x + own.w, box.x + box.w), Math.min(own.y + own.h, box.y + box.h)];
      const [screenX, screenY] = [toScreen(x, view.x), toScreen(y, view.y)];
      const [w, h] = [toScreen(endX, view.x) - screenX, toScreen(endY, view.y) - screenY];
      if (w <= 0 || h <= 0) continue;
      const from = [(x - own.x) * level.zoom, (y - own.y) * level.zoom, (endX - x) * level.zoom, (endY - y) * level.zoom] as const;
      target.drawImage(tile.surface.pixels, ...from, screenX, screenY, w, h);
    }
}
