import { type Box, boxCentre, boxesIntersect, type Vec } from '@autograph/geometry';

/** The page point at the viewport's top-left, and how many viewport px a page px takes. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Viewport {
  readonly w: number;
  readonly h: number;
}

/** `usual` is as far out as a person gets, unless the board needs more to be seen as a whole. */
export const zoomRange = { least: 0.01, usual: 0.1, most: 4 } as const;

export function clampZoom(zoom: number): number {
  return Number.isFinite(zoom) ? Math.max(zoomRange.least, Math.min(zoomRange.most, zoom)) : 1;
}

export function toPage(camera: Camera, view: Vec): Vec {
  return { x: camera.x + view.x / camera.zoom, y: camera.y + view.y / camera.zoom };
}

export function toView(camera: Camera, page: Vec): Vec {
  return { x: (page.x - camera.x) * camera.zoom, y: (page.y - camera.y) * camera.zoom };
}

/** Another zoom, with the page point under `at` (viewport px) staying there. */
export function zoomAbout(camera: Camera, zoom: number, at: Vec): Camera {
  const next = clampZoom(zoom);
  const page = toPage(camera, at);
  return { x: page.x - at.x / next, y: page.y - at.y / next, zoom: next };
}

/** Moved so that the content follows a drag by `by` viewport px. */
export function panBy(camera: Camera, by: Vec): Camera {
  return { ...camera, x: camera.x - by.x / camera.zoom, y: camera.y - by.y / camera.zoom };
}

/** The camera that centres the box and shows all of it with a margin, at most at `most`. */
export function fitBox(box: Box, viewport: Viewport, most: number): Camera {
  const margin = Math.min(64, viewport.w / 8, viewport.h / 8);
  const across = (viewport.w - 2 * margin) / Math.max(box.w, 1);
  const down = (viewport.h - 2 * margin) / Math.max(box.h, 1);
  const zoom = clampZoom(Math.min(across, down, most));
  const centre = boxCentre(box);
  return { x: centre.x - viewport.w / 2 / zoom, y: centre.y - viewport.h / 2 / zoom, zoom };
}

/** The camera moved as little as shows the box with a margin; what is larger than the view is centred. */
export function showBox(camera: Camera, viewport: Viewport, box: Box): Camera {
  const view = visibleBox(camera, viewport);
  const margin = Math.min(40 / camera.zoom, view.w / 8, view.h / 8);
  const along = (at: number, room: number, from: number, size: number) => {
    if (size + 2 * margin > room) return from >= at && from + size <= at + room ? at : from + size / 2 - room / 2;
    if (from >= at && from + size <= at + room) return at;
    return Math.max(from + size + margin - room, Math.min(at, from - margin));
  };
  const x = along(view.x, view.w, box.x, box.w);
  const y = along(view.y, view.h, box.y, box.h);
  return x === camera.x && y === camera.y ? camera : { ...camera, x, y };
}

/** The part of the page that the viewport shows. */
export function visibleBox(camera: Camera, viewport: Viewport): Box {
  return { x: camera.x, y: camera.y, w: viewport.w / camera.zoom, h: viewport.h / camera.zoom };
}

/** Where a box of the page is seen, viewport px. */
export function boxInView(camera: Camera, box: Box): Box {
  return { ...toView(camera, box), w: box.w * camera.zoom, h: box.h * camera.zoom };
}

/** Between what is moved out from under a panel and the panel, viewport px. */
const besidePanel = 24;

/** The camera moved sideways just so far that a panel covers nothing of the box; as it is where that cannot be without hiding its other side. */
export function uncovered(camera: Camera, cover: Box, box: Box): Camera {
  const seen = boxInView(camera, box);
  if (!boxesIntersect(cover, seen) || seen.w > cover.x - 2 * besidePanel) return camera;
  return panBy(camera, { x: cover.x - besidePanel - seen.x - seen.w, y: 0 });
}
