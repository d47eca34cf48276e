import { type Box, expandBox, unionBoxes, type Vec } from '@autograph/geometry';

/** How the map shows the page: a page px takes `scale` map px, and the page point (x, y) is at the map's corner. */
export interface MapView {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** The view that shows all content and what the board shows, with a margin, in the middle of a map of this size, px. */
export function fitMap(content: Box | undefined, visible: Box, size: { readonly w: number; readonly h: number }): MapView {
  const world = unionBoxes(content ? [content, visible] : [visible]) ?? visible;
  const { x, y, w, h } = expandBox(world, Math.max(world.w, world.h) * 0.04);
  const scale = Math.min(size.w / Math.max(w, 1), size.h / Math.max(h, 1));
  return { x: x - (size.w / scale - w) / 2, y: y - (size.h / scale - h) / 2, scale };
}

export function toPage(view: MapView, at: Vec): Vec {
  return { x: view.x + at.x / view.scale, y: view.y + at.y / view.scale };
}

/** A box of the page on the map. */
export function onMap(view: MapView, box: Box): Box {
  return { x: (box.x - view.x) * view.scale, y: (box.y - view.y) * view.scale, w: box.w * view.scale, h: box.h * view.scale };
}
