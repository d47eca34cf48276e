import type { Camera, Editor } from '@autograph/editor';

/** How long a camera move takes, ms. */
const duration = 380;

const eased = (share: number) => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);

/** Has the editor move its camera smoothly; at once for people who want no motion. Gives the way to stop. */
export function glideCamera(editor: Editor): () => void {
  let underway = 0;
  editor.setGlide((to, place) => {
    cancelAnimationFrame(underway);
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      place(to);
      return;
    }
    const { camera, viewport } = editor;
    const middle = ({ x, y, zoom }: Camera) => ({ x: x + viewport.w / 2 / zoom, y: y + viewport.h / 2 / zoom });
    const [from, target] = [middle(camera), middle(to)];
    const began = performance.now();
    const step = () => {
      const share = Math.min(1, (performance.now() - began) / duration);
      const part = eased(share);
      const zoom = camera.zoom * (to.zoom / camera.zoom) ** part;
      const [x, y] = [from.x + (target.x - from.x) * part, from.y + (target.y - from.y) * part];
      const goesOn = place(share === 1 ? to : { x: x - viewport.w / 2 / zoom, y: y - viewport.h / 2 / zoom, zoom });
      if (goesOn && share < 1) underway = requestAnimationFrame(step);
    };
    step();
  });
  return () => {
    cancelAnimationFrame(underway);
    editor.setGlide(null);
  };
}
