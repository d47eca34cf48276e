import { type Editor, hitTest, type Overlay } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';
import type { ImageLoader } from '@autograph/render';
import { createBoard } from './board.ts';
import { listenToClipboard } from './clipboard.ts';
import { createImageCache } from './image-cache.ts';
import { listenToKeys } from './key-input.ts';
import { paintGrid } from './paint-grid.ts';
import { paintOverlay } from './paint-overlay.ts';
import { type Participant, paintPresence } from './paint-presence.ts';
import { listenToPointers } from './pointer-input.ts';
import { createTextOverlay } from './text-overlay.ts';

/** Time for painting in one frame, ms: what is left of 16.7 belongs to the browser. */
const paintBudget = 8;

export interface MountOptions {
  /** Fetches icons and uploaded pictures. */
  readonly loadImage?: ImageLoader;
  /** Where the pointer is on the page, or null when it has left. */
  readonly onPointer?: (page: Vec | null) => void;
  /** A right click or long press: viewport px, and client px. */
  readonly onContextMenu?: (at: Vec, client: Vec) => void;
}

export interface MountedEditor {
  /** Shows the others in the room. */
  setParticipants(participants: readonly Participant[]): void;
  destroy(): void;
}

function layer(host: HTMLElement, name: string): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.dataset.layer = name;
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', display: 'block' });
  canvas.setAttribute('aria-hidden', 'true');
  host.append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  return context;
}

function isEmpty({ hovered, selected, bounds, grips, marquee, snapLines, target, angle }: Overlay): boolean {
  return (
    !hovered &&
    selected.length === 0 &&
    !bounds &&
    grips.length === 0 &&
    !marquee &&
    snapLines.length === 0 &&
    target === null &&
    angle === null
  );
}

/** Shows the editor's board in the element and feeds it what the person does there, until destroyed. */
export function mountEditor(host: HTMLElement, editor: Editor, options: MountOptions = {}): MountedEditor {
  host.tabIndex = 0;
  host.setAttribute('role', 'application');
  host.setAttribute('aria-label', 'Board');
  Object.assign(host.style, { overflow: 'hidden', touchAction: 'none', userSelect: 'none', outlineOffset: '-2px' });
  const ground = layer(host, 'ground');
  const shapes = layer(host, 'shapes');
  const over = layer(host, 'over');
  let ratio = globalThis.devicePixelRatio || 1;
  let frame = 0;
  let boardStale = true;
  let prefetching: ReturnType<typeof setTimeout> | undefined;
  let painted = '';
  let blank = false;
  let participants: readonly Participant[] = [];

  const request = () => {
    clearTimeout(prefetching);
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const images = createImageCache(options.loadImage ?? (async () => undefined), () => {
    board.clear();
    boardStale = true;
    request();
  });
  const board = createBoard({ editor, context: shapes, resources: { image: images }, ratio: () => ratio });
  const text = createTextOverlay(host, editor);

  const paintGround = () => {
    const { camera, viewport, theme, settings } = editor;
    const place = settings.grid ? [settings.gridSize, camera.x, camera.y, camera.zoom] : [];
    const key = [theme.id, viewport.w, viewport.h, ratio, ...place].join();
    if (key === painted) return;
    painted = key;
    ground.setTransform(ratio, 0, 0, ratio, 0, 0);
    ground.fillStyle = theme.background;
    ground.fillRect(0, 0, viewport.w, viewport.h);
    if (settings.grid) paintGrid(ground, camera, viewport, settings.gridSize, theme);
  };

  const paintOver = () => {
    const { camera, viewport, theme, overlay } = editor;
    const empty = isEmpty(overlay) && participants.length === 0;
    // Clearing a blank layer costs as much as painting it.
    if (empty && blank) return;
    blank = empty;
    over.setTransform(1, 0, 0, 1, 0, 0);
    over.clearRect(0, 0, viewport.w * ratio, viewport.h * ratio);
    over.setTransform(ratio, 0, 0, ratio, 0, 0);
    const box = overlay.target === null ? undefined : editor.scene.pageBounds(overlay.target);
    paintOverlay(over, camera, overlay, box ? { box, rotation: 0 } : null, theme);
    paintPresence(over, camera, participants);
  };

  function paint(): void {
    frame = 0;
    paintGround();
    let complete = true;
    if (boardStale) {
      shapes.setTransform(1, 0, 0, 1, 0, 0);
      shapes.clearRect(0, 0, shapes.canvas.width, shapes.canvas.height);
      complete = board.draw(paintBudget);
      boardStale = !complete;
    }
    paintOver();
    text.sync();
    host.style.cursor = editor.cursor;
    if (!complete) request();
    else prefetching = setTimeout(paintAhead, 200);
  }

  const paintAhead = () => {
    if (!board.prefetch(paintBudget)) prefetching = setTimeout(paintAhead, 30);
  };

  const resize = () => {
    const { width, height } = host.getBoundingClientRect();
    ratio = globalThis.devicePixelRatio || 1;
    for (const { canvas } of [ground, shapes, over]) {
      canvas.width = Math.max(1, Math.round(width * ratio));
      canvas.height = Math.max(1, Math.round(height * ratio));
    }
    painted = '';
    blank = false;
    boardStale = true;
    editor.setViewport({ w: width, h: height });
    if (frame !== 0) cancelAnimationFrame(frame);
    // Resizing has blanked the canvases: paint before the browser shows them.
    paint();
  };

  let theme = editor.theme;
  const unsubscribe = editor.subscribe((what) => {
    // At once, so that the next key goes where the person expects.
    if (what === 'editing') text.sync();
    if (what === 'document' || what === 'camera' || what === 'overlay' || what === 'editing' || what === 'settings') boardStale = true;
    if (what === 'settings' && editor.theme !== theme) {
      theme = editor.theme;
      board.clear();
    }
    request();
  });
  const stopPointers = listenToPointers(host, {
    send: (event) => {
      if ('at' in event && event.kind.startsWith('pointer')) options.onPointer?.(editor.toPage(event.at));
      editor.input(event);
    },
    onContextMenu: (at, client) => {
      const hit = editor.hovered ?? hitTest(editor.scene, editor.toPage(at), 6 / editor.camera.zoom);
      if (hit === undefined || !editor.selection.includes(hit)) editor.select(hit === undefined ? [] : [hit]);
      options.onContextMenu?.(at, client);
    },
  });
  const stopKeys = listenToKeys(host, editor);
  const stopClipboard = listenToClipboard(host, editor);
  const leave = () => options.onPointer?.(null);
  const fontsLoaded = () => {
    board.clear();
    boardStale = true;
    request();
  };
  host.addEventListener('pointerleave', leave);
  document.fonts.addEventListener('loadingdone', fontsLoaded);
  const sizes = new ResizeObserver(resize);
  sizes.observe(host);
  resize();

  return {
    setParticipants(present) {
      participants = present;
      request();
    },
    destroy() {
      cancelAnimationFrame(frame);
      clearTimeout(prefetching);
      sizes.disconnect();
      unsubscribe();
      stopPointers();
      stopKeys();
      stopClipboard();
      host.removeEventListener('pointerleave', leave);
      document.fonts.removeEventListener('loadingdone', fontsLoaded);
      text.destroy();
      for (const { canvas } of [ground, shapes, over]) canvas.remove();
    },
  };
}
