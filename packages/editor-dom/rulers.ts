import { type Editor, rulerSize, rulerSteps } from '@autograph/editor';
import type { Box, Vec } from '@autograph/geometry';
import { mixColors, type Theme, withAlpha } from '@autograph/render';

type Axis = 'x' | 'y';

const axes = ['x', 'y'] as const;

function strip(axis: Axis): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.dataset.ruler = axis;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', axis === 'x' ? 'Ruler along the top' : 'Ruler along the left');
  const place = axis === 'x' ? { left: `${rulerSize}px`, top: '0' } : { left: '0', top: `${rulerSize}px` };
  Object.assign(canvas.style, { position: 'absolute', pointerEvents: 'none', ...place });
  return canvas;
}

/** The line that shows where the pointer is; `data-at` is its reading, px of the page. */
function marker(axis: Axis): HTMLDivElement {
  const line = document.createElement('div');
  line.dataset.rulerMarker = axis;
  line.setAttribute('aria-hidden', 'true');
  const size = axis === 'x' ? { width: '1px', height: `${rulerSize}px` } : { width: `${rulerSize}px`, height: '1px' };
  Object.assign(line.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none', ...size });
  line.hidden = true;
  return line;
}

/** Rulers along the top and the left of the host, while the settings ask for them: painted only when what they show has changed. */
export function createRulers(host: HTMLElement, editor: Editor) {
  const strips = { x: strip('x'), y: strip('y') };
  const markers = { x: marker('x'), y: marker('y') };
  const corner = document.createElement('div');
  Object.assign(corner.style, { position: 'absolute', left: '0', top: '0', width: `${rulerSize}px`, height: `${rulerSize}px` });
  const elements = [strips.x, strips.y, corner, markers.x, markers.y];
  let shown = false;
  let painted = '';
  let pointer: Vec | null = null;

  const placeMarkers = () => {
    for (const axis of axes) {
      const line = markers[axis];
      line.hidden = pointer === null || pointer[axis] < rulerSize;
      if (!pointer) continue;
      line.style.transform = axis === 'x' ? `translateX(${Math.round(pointer.x)}px)` : `translateY(${Math.round(pointer.y)}px)`;
      line.style.background = editor.theme.accent;
      line.dataset.at = String(Math.round(editor.toPage(pointer)[axis] * 10) / 10);
    }
  };

  const paint = (ratio: number) => {
    const { camera, viewport, theme, overlay } = editor;
    const box = overlay.bounds?.box ?? null;
    const look = [
      camera.x,
      camera.y,
      camera.zoom,
      viewport.w,
      viewport.h,
      theme.id,
      theme.background,
      ratio,
      box?.x,
      box?.y,
      box?.w,
      box?.h,
    ];
    const now = look.join();
    if (now === painted) return;
    painted = now;
    for (const axis of axes) paintStrip(strips[axis], axis, editor, box, ratio);
    const { ground, line } = colours(theme);
    Object.assign(corner.style, { background: ground, boxShadow: `inset -1px -1px ${line}` });
    placeMarkers();
  };

  return {
    /** Shows, paints or removes them as the editor is now. */
    sync(ratio: number) {
      if (editor.settings.rulers !== shown) {
        shown = editor.settings.rulers;
        painted = '';
        if (shown) host.append(...elements);
        else for (const element of elements) element.remove();
      }
      if (shown) paint(ratio);
    },
    /** Where the pointer is, viewport px; null when it has left. */
    point(at: Vec | null) {
      pointer = at;
      if (shown) placeMarkers();
    },
    destroy() {
      for (const element of elements) element.remove();
    },
  };
}

function colours(theme: Theme) {
  return {
    ground: mixColors(theme.background, theme.text, 0.04),
    line: mixColors(theme.background, theme.text, 0.18),
    stroke: mixColors(theme.background, theme.text, 0.35),
    number: mixColors(theme.background, theme.text, 0.65),
  };
}

function paintStrip(canvas: HTMLCanvasElement, axis: Axis, editor: Editor, selected: Box | null, ratio: number): void {
  const { camera, viewport, theme } = editor;
  const length = Math.max(1, (axis === 'x' ? viewport.w : viewport.h) - rulerSize);
  const [w, h] = axis === 'x' ? [length, rulerSize] : [rulerSize, length];
  canvas.width = Math.round(w * ratio);
  canvas.height = Math.round(h * ratio);
  Object.assign(canvas.style, { width: `${w}px`, height: `${h}px` });
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(ratio, ratio);
  if (axis === 'y') {
    // The left ruler is the top one, turned: along it is its x, its edge to the board lies below.
    context.transform(0, 1, 1, 0, 0, 0);
  }
  const { ground, line, stroke, number } = colours(theme);
  context.fillStyle = ground;
  context.fillRect(0, 0, length, rulerSize);
  const place = (page: number) => (page - camera[axis]) * camera.zoom - rulerSize;
  if (selected) {
    const size = axis === 'x' ? selected.w : selected.h;
    context.fillStyle = withAlpha(theme.accent, 0.22);
    context.fillRect(place(selected[axis]), 0, size * camera.zoom, rulerSize);
  }
  context.fillStyle = line;
  context.fillRect(0, rulerSize - 1, length, 1);
  paintStrokes(context, {
    axis,
    place,
    from: camera[axis],
    to: camera[axis] + (length + rulerSize) / camera.zoom,
    zoom: camera.zoom,
    stroke,
    number,
  });
}

interface Strokes {
  readonly axis: Axis;
  place(page: number): number;
  /** The stretch of the page that is in view, px. */
  readonly from: number;
  readonly to: number;
  readonly zoom: number;
  readonly stroke: string;
  readonly number: string;
}

function paintStrokes(context: CanvasRenderingContext2D, { axis, place, from, to, zoom, stroke, number }: Strokes): void {
  const steps = rulerSteps(zoom);
  const parts = Math.round(steps.number / steps.stroke);
  context.font = '10px Inter, system-ui, sans-serif';
  for (let i = Math.floor(from / steps.number) * parts; i * steps.stroke <= to; i++) {
    const page = i * steps.stroke;
    const x = Math.round(place(page));
    const numbered = i % parts === 0;
    context.fillStyle = stroke;
    const length = numbered ? 8 : (i * 2) % parts === 0 ? 6 : 4;
    context.fillRect(x, rulerSize - 1 - length, 1, length);
    if (!numbered) continue;
    context.fillStyle = number;
    paintNumber(context, axis, String(Math.round(page)), x);
  }
}

function paintNumber(context: CanvasRenderingContext2D, axis: Axis, text: string, x: number): void {
  if (axis === 'x') {
    context.fillText(text, x + 3, 10);
    return;
  }
  // The strip is mirrored about its diagonal; letters must not be.
  context.save();
  context.transform(0, 1, 1, 0, 0, 0);
  context.translate(10, x + 3 + context.measureText(text).width);
  context.rotate(-Math.PI / 2);
  context.fillText(text, 0, 0);
  context.restore();
}
