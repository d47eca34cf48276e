import { type Box, boxesIntersect, unionBoxes } from '@autograph/geometry';
import { type Level, type Surface, type Tile, tileBox, tileKey, tilesOver } from './tile.ts';

export interface TileStoreOptions {
  /** Side of a tile, device px. */
  readonly size: number;
  /** Most tiles kept at once. */
  readonly capacity: number;
  createSurface(w: number, h: number): Surface;
  /** Paints a page box; the context is already moved, scaled and clipped to it. */
  paint(context: Surface['context'], box: Box, zoom: number): void;
}

/** Tiles by zoom, their painting and their forgetting. */
export interface TileStore {
  readonly levels: ReadonlyMap<number, Level>;
  level(zoom: number): Level;
  /** Paints a tile that is missing or stale. `frame` marks it as in use. */
  refresh(level: Level, column: number, row: number, frame: number): void;
  invalidate(box: Box): void;
  clear(): void;
}

export function createTileStore({ size, capacity, createSurface, paint }: TileStoreOptions): TileStore {
  const levels = new Map<number, Level>();
  const spare: Surface[] = [];
  let count = 0;

  function level(zoom: number): Level {
    const known = levels.get(zoom);
    if (known) return known;
    const created: Level = { zoom, tiles: new Map() };
    levels.set(zoom, created);
    return created;
  }

  function refresh({ zoom, tiles }: Level, column: number, row: number, frame: number): void {
    const box = tileBox(column, row, zoom, size);
    const known = tiles.get(tileKey(column, row));
    if (!known && count >= capacity) forgetOldest(frame);
    const tile: Tile = known ?? { column, row, surface: spare.pop() ?? createSurface(size, size), stale: undefined, used: frame };
    paintPart(tile, known?.stale ?? box, zoom);
    tile.stale = undefined;
    tile.used = frame;
    if (known) return;
    tiles.set(tileKey(column, row), tile);
    count++;
  }

  /** Paints the part again, grown to whole device px: anti-aliased edges reach beyond a shape's box. */
  function paintPart({ column, row, surface: { context } }: Tile, part: Box, zoom: number): void {
    const [originX, originY] = [column * size, row * size];
    const left = Math.max(0, Math.floor(part.x * zoom - originX) - 1);
    const top = Math.max(0, Math.floor(part.y * zoom - originY) - 1);
    const right = Math.min(size, Math.ceil((part.x + part.w) * zoom - originX) + 1);
    const bottom = Math.min(size, Math.ceil((part.y + part.h) * zoom - originY) + 1);
    if (right <= left || bottom <= top) return;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    context.clearRect(left, top, right - left, bottom - top);
    context.setTransform(zoom, 0, 0, zoom, -originX, -originY);
    paint(context, { x: (originX + left) / zoom, y: (originY + top) / zoom, w: (right - left) / zoom, h: (bottom - top) / zoom }, zoom);
    context.restore();
  }

  function forgetOldest(frame: number): void {
    let oldest: { level: Level; key: string; tile: Tile } | undefined;
    for (const candidate of levels.values())
      for (const [key, tile] of candidate.tiles) if (tile.used < (oldest?.tile.used ?? frame)) oldest = { level: candidate, key, tile };
    if (!oldest) return;
    oldest.level.tiles.delete(oldest.key);
    if (oldest.level.tiles.size === 0) levels.delete(oldest.level.zoom);
    spare.push(oldest.tile.surface);
    count--;
  }

  function invalidate(box: Box): void {
    for (const { zoom, tiles } of levels.values()) {
      const { left, top, right, bottom } = tilesOver(box, zoom, size);
      if ((right - left + 1) * (bottom - top + 1) > tiles.size) {
        for (const tile of tiles.values()) if (boxesIntersect(tileBox(tile.column, tile.row, zoom, size), box)) spoil(tile, box);
        continue;
      }
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) {
          const tile = tiles.get(tileKey(column, row));
          if (tile) spoil(tile, box);
        }
    }
  }

  function clear(): void {
    for (const { tiles } of levels.values()) for (const { surface } of tiles.values()) spare.push(surface);
    levels.clear();
    count = 0;
  }

  return { levels, level, refresh, invalidate, clear };
}

function spoil(tile: Tile, box: Box): void {
  tile.stale = tile.stale ? unionBoxes([tile.stale, box]) : box;
}
