import type { Box } from '@autograph/geometry';
import type { CanvasContext } from '../canvas-context.ts';
import type { Paint } from '../display-list.ts';
import { blitLevel, blitPart, covers, type View, viewBox } from './blit.ts';
import { type Level, type Surface, tileBox, tileKey, tilesOver } from './tile.ts';
import { createTileStore } from './tile-store.ts';

export interface TilePainterOptions {
  createSurface(w: number, h: number): Surface;
  /** Paints the background and everything that meets a page box; the context is already moved, scaled and clipped. */
  paint(context: CanvasContext, box: Box, zoom: number): void;
  /** A clock, ms. */
  now(): number;
  /** Shown where nothing is painted yet; absent for a layer that others show through. */
  readonly background?: () => Paint;
  /** Side of a tile, device px; 320 when absent. */
  readonly tileSize?: number;
  /** Most tiles kept; 320 when absent: 130 MB at the usual size. */
  readonly capacity?: number;
}

export interface TilePainter {
  /**
   * Shows the view from what is cached and spends up to `budget` ms on painting what is missing. False while something
   * is missing: draw again in the next frame. While the person is `zooming`, a near zoom stands in.
   */
  draw(target: CanvasContext, view: View, budget: number, zooming?: boolean): boolean;
  /** Paints ahead what a pan or a zoom-out would show next, for up to `budget` ms. False while there is more to do. */
  prefetch(view: View, budget: number): boolean;
  /** This part of the page has changed. */
  invalidate(box: Box): void;
  /** Everything has changed: theme, fonts, file. */
  clear(): void;
}

/** A painter of a large page that paints each part once and then only copies pixels. */
export function createTilePainter(options: TilePainterOptions): TilePainter {
  const { now, background, tileSize: size = 320, capacity = 320 } = options;
  const store = createTileStore({ ...options, size, capacity });
  let frame = 0;

  /** Paints missing and stale tiles, nearest to the middle first, until the time is up; one at least. True when none is left. */
  function refine(level: Level, box: Box, deadline: number): boolean {
    const wanted = missing(level, box);
    for (const [i, { column, row }] of wanted.entries()) {
      if (i > 0 && now() >= deadline) return false;
      store.refresh(level, column, row, frame);
    }
    return true;
  }

  function missing(level: Level, box: Box) {
    const { left, top, right, bottom } = tilesOver(box, level.zoom, size);
    const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
    const wanted: { column: number; row: number; away: number }[] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const tile = level.tiles.get(tileKey(column, row));
        if (tile) tile.used = frame;
        // Stale tiles tell untruths, missing ones nothing: the former are mended first.
        const urgency = tile ? -1e6 : 0;
        if (!tile || tile.stale) wanted.push({ column, row, away: urgency + Math.hypot(column - middleX, row - middleY) });
      }
    return wanted.sort((a, b) => a.away - b.away);
  }

  function draw(target: CanvasContext, view: View, budget: number, zooming = false): boolean {
    const deadline = now() + budget;
    frame++;
    const ready = zooming ? likest(view) : undefined;
    if (ready) {
      blitLevel(target, ready, view, size);
      return true;
    }
    const level = store.level(zooming ? nearPower(view.zoom) : view.zoom);
    const complete = refine(level, viewBox(view), deadline);
    if (!complete) {
      if (background) cover(target, view, background());
      standIn(target, level, view);
    }
    blitLevel(target, level, view, size);
    return complete;
  }

  /** The level nearest in zoom, by no more than twice, that shows the whole view truly. */
  function likest(view: View): Level | undefined {
    const distance = ({ zoom }: Level) => Math.abs(Math.log2(zoom / view.zoom));
    return [...store.levels.values()]
      .filter((level) => distance(level) <= 1.01 && covers(level, viewBox(view), size) && missing(level, viewBox(view)).length === 0)
      .sort((a, b) => distance(a) - distance(b))[0];
  }

  /** Where tiles are missing, shows what the most similar zoom has there; nothing shows through the tiles that are present. */
  function standIn(target: CanvasContext, level: Level, view: View): void {
    const distance = (other: Level) => Math.abs(Math.log2(other.zoom / level.zoom));
    const others = [...store.levels.values()]
      .filter((other) => other !== level && other.tiles.size > 0)
      .sort((a, b) => distance(a) - distance(b));
    for (const { column, row } of missing(level, viewBox(view))) {
      if (level.tiles.has(tileKey(column, row))) continue;
      const box = tileBox(column, row, level.zoom, size);
      const best = others.find((other) => covers(other, box, size)) ?? others[0];
      if (best) blitPart(target, best, view, size, box);
    }
  }

  function prefetch(view: View, budget: number): boolean {
    const deadline = now() + budget;
    const ring = size / view.zoom;
    const { x, y, w, h } = viewBox(view);
    const around = { x: x - ring, y: y - ring, w: w + 2 * ring, h: h + 2 * ring };
    const wide = { x: x - w / 2, y: y - h / 2, w: 2 * w, h: 2 * h };
    return refine(store.level(view.zoom), around, deadline) && refine(store.level(nearPower(view.zoom / 2)), wide, deadline);
  }

  return {
    draw,
    prefetch,
    invalidate: store.invalidate,
    clear: store.clear,
  };
}

function cover(target: CanvasContext, { w, h }: View, paint: Paint): void {
  target.setTransform(1, 0, 0, 1, 0, 0);
  target.fillStyle = paint;
  target.fillRect(0, 0, w, h);
}

function nearPower(zoom: number): number {
  return 2 ** Math.round(Math.log2(zoom));
}
