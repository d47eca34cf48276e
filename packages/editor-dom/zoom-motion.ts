import { type Camera, type Viewport, zoomAbout } from '@autograph/editor';

/** The zoom must rest for this long before the board is painted for it, ms. */
const rest = 120;

/** Tells from frame to frame whether the person is zooming; calls `onRest` when they have stopped. */
export function createZoomMotion(onRest: () => void) {
  let before: Camera | undefined;
  let last: Camera | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;

  return {
    /** Call once in each frame: whether the zoom is in motion. */
    follow(camera: Camera): boolean {
      if (last !== undefined && camera.zoom !== last.zoom) {
        before = last;
        clearTimeout(resting);
        resting = setTimeout(() => {
          resting = undefined;
          onRest();
        }, rest);
      }
      last = camera;
      return resting !== undefined;
    },
    /** Where a zoom-out leads that goes on by so many times; for a zoom-in, where it is now. */
    ahead(camera: Camera, viewport: Viewport, times: number): Camera {
      return before && before.zoom > camera.zoom ? zoomAbout(camera, camera.zoom / times, fixedPoint(before, camera, viewport)) : camera;
    },
    stop: () => clearTimeout(resting),
  };
}

/** The viewport point, px, that shows the same of the page before and after a zoom; the nearest one in the viewport when the board was moved as well. */
function fixedPoint(before: Camera, after: Camera, { w, h }: Viewport) {
  const shrinking = 1 / before.zoom - 1 / after.zoom;
  const within = (at: number, most: number) => Math.max(0, Math.min(most, at));
  return { x: within((after.x - before.x) / shrinking, w), y: within((after.y - before.y) / shrinking, h) };
}
