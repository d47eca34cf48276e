import { type Camera, toView, type Viewport, visibleBox } from '@autograph/editor';
import { boxContainsBox } from '@autograph/geometry';

/** How many times larger or smaller than it was painted the canvas may be shown: beyond it is seen to be blurred, and grips to be large. */
export const mostStretch = 1.25;

/** The canvas, by its style, as a picture that the compositor stretches while the person zooms: nothing is painted. */
export function createStretchedCanvas(style: Pick<CSSStyleDeclaration, 'transform' | 'transformOrigin'>) {
  style.transformOrigin = '0 0';
  let painted: Camera = { x: 0, y: 0, zoom: 1 };

  const show = (camera: Camera) => {
    const { x, y } = toView(camera, painted);
    style.transform = camera === painted ? 'none' : `translate(${x}px, ${y}px) scale(${camera.zoom / painted.zoom})`;
  };

  return {
    /** Shows what is painted as the camera would see it; false when it does not reach or would be too blurred. */
    stretch(camera: Camera, viewport: Viewport): boolean {
      const times = camera.zoom / painted.zoom;
      if (times > mostStretch || times * mostStretch < 1) return false;
      if (!boxContainsBox(visibleBox(painted, viewport), visibleBox(camera, viewport))) return false;
      show(camera);
      return true;
    },
    /** Tells for which camera the canvas has been painted, and which one is to be shown. */
    paintedFor(now: Camera, camera: Camera): void {
      painted = now;
      show(camera);
    },
  };
}
