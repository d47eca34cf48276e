import { type Camera, type Editor, linkAt, selectForMenu, visibleBox } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';
import type { ImageLoader, PaintResources } from '@autograph/render';
import { createBoard } from './board.ts';
import { listenToClipboard } from './clipboard.ts';
import { decodeImage } from './decode-image.ts';
import { createImageCache } from './image-cache.ts';
import { listenToKeys } from './key-input.ts';
import { openLink } from './open-link.ts';
import { paintFocus } from './paint-focus.ts';
import { paintOverlay } from './paint-overlay.ts';
import { type Participant, paintPresence } from './paint-presence.ts';
import { listenToPointers } from './pointer-input.ts';
import { createRulers } from './rulers.ts';
import { createSpokenBoard } from './spoken-board.ts';
import { createStretchedCanvas, mostStretch } from './stretched-canvas.ts';
import { listenToDrops, type TakeIn } from './take-in.ts';
import { createTextOverlay } from './text-overlay.ts';
import { createTitles } from './titles.ts';
import { createZoomMotion } from './zoom-motion.ts';

/** Time for painting in one frame, ms: what is left of 16.7 belongs to the browser. */
const paintBudget = 8;

export interface MountOptions {
  /** Fetches icons and uploaded pictures. */
  readonly loadImage?: ImageLoader;
  /** Brings in the fonts of other scripts; called when a text first needs one. */
  readonly loadScriptFonts?: () => Promise<unknown>;
  /** Where the pointer is on the page, or null when it has left. */
  readonly onPointer?: (page: Vec | null) => void;
  /** Takes in pasted and dropped files, and texts that the editor does not know. */
  readonly takeIn?: TakeIn;
  /** After shapes have been copied. */
  readonly onCopy?: (count: number) => void;
  /** A right click or long press: viewport px, and client px. */
  readonly onContextMenu?: (at: Vec, client: Vec) => void;
}

export interface MountedEditor {
  /** Shows the others in the room. */
  setParticipants(participants: readonly Participant[]): void;
  destroy(): void;
}

/** The one canvas: each further one of this size costs as much again in every frame. Opaque, so that nothing need be blended below it. */
function createLayer(host: HTMLElement): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.dataset.layer = 'board';
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', display: 'block' });
  canvas.setAttribute('aria-hidden', 'true');
  host.append(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This browser gives no 2D canvas.');
  return context;
}

/** Shows the editor's board in the element and feeds it what the person does there, until destroyed. */
export function mountEditor(host: HTMLElement, editor: Editor, options: MountOptions = {}): MountedEditor {
  host.tabIndex = 0;
  host.setAttribute('role', 'application');
  host.setAttribute('aria-label', 'Board');
  host.setAttribute('aria-description', 'Tab goes through the shapes, F6 leaves the board, the question mark lists all keys.');
  Object.assign(host.style, {
    overflow: 'hidden',
    overscrollBehavior: 'none',
    touchAction: 'none',
    userSelect: 'none',
    webkitUserSelect: 'none',
    webkitTouchCallout: 'none',
    outlineOffset: '-2px',
  });
  const context = createLayer(host);
  let ratio = globalThis.devicePixelRatio || 1;
  let frame = 0;
  let prefetching: ReturnType<typeof setTimeout> | undefined;
  let cursor = '';
  let participants: readonly Participant[] = [];

  /** Whether the picture on the canvas is no longer, or not yet, what the board shows, even to another camera. */
  let outdated = true;

  const show = () => {
    clearTimeout(prefetching);
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const request = () => {
    outdated = true;
    show();
  };
  const motion = createZoomMotion(request);
  const picture = createStretchedCanvas(context.canvas.style);
  const images = createImageCache({
    load: options.loadImage ?? (async () => undefined),
    decode: decodeImage,
    onLoad: (source) => {
      board.repaintPicture(source);
      request();
    },
  });
  let scriptsAsked = false;
  const unbundled = () => {
    if (scriptsAsked) return;
    scriptsAsked = true;
    void options.loadScriptFonts?.().then(fontsLoaded);
  };
  const resources: PaintResources = {
    image: images.image,
    unbundled,
    showsApart: ({ id, letters }, scale) => titles.isApart(id, letters, scale / ratio),
  };
  const board = createBoard({ editor, context, resources, ratio: () => ratio });
  const titles = createTitles(editor, resources, (id) => {
    board.repaint(id);
    outdated = true;
  });
  let edited: string | null = null;
  const rulers = createRulers(host, editor);
  const text = createTextOverlay(host, editor);
  const spoken = createSpokenBoard(host, editor);

  /** Paints what lies over the board, sized for the editor's camera, on a canvas that another one sees. */
  const paintOver = (seen: Camera) => {
    const { camera, theme, overlay } = editor;
    const scale = (ratio * seen.zoom) / camera.zoom;
    context.setTransform(scale, 0, 0, scale, (camera.x - seen.x) * seen.zoom * ratio, (camera.y - seen.y) * seen.zoom * ratio);
    titles.paint(context, scale, visibleBox(seen, editor.viewport));
    const box = overlay.target === null ? undefined : editor.scene.pageBounds(overlay.target);
    if (overlay.focused && document.activeElement === host) paintFocus(context, camera, overlay.focused, theme);
    paintOverlay(context, camera, overlay, box ? { box, rotation: 0 } : null, theme);
    paintPresence(context, camera, participants);
  };

  function paint(): void {
    frame = 0;
    const { camera, viewport } = editor;
    const zooming = motion.follow(camera);
    if (!zooming || outdated || !picture.stretch(camera, viewport)) {
      const seen = zooming ? motion.ahead(camera, viewport, mostStretch) : camera;
      outdated = !board.draw(seen, paintBudget, zooming);
      paintOver(seen);
      picture.paintedFor(seen, camera);
    }
    rulers.sync(ratio);
    text.sync();
    if (cursor !== editor.cursor) {
      cursor = editor.cursor;
      host.style.cursor = cursor;
    }
    if (outdated) request();
    else if (!zooming) prefetching = setTimeout(paintAhead, 200);
  }

  const paintAhead = () => {
    if (!board.prefetch(paintBudget)) prefetching = setTimeout(paintAhead, 30);
  };

  const resize = () => {
    const { left, top, width, height } = host.getBoundingClientRect();
    ratio = globalThis.devicePixelRatio || 1;
    context.canvas.width = Math.max(1, Math.round(width * ratio));
    context.canvas.height = Math.max(1, Math.round(height * ratio));
    editor.setViewport({ w: width, h: height }, { x: left, y: top });
    if (frame !== 0) cancelAnimationFrame(frame);
    // Resizing has blanked the canvas: paint before the browser shows it.
    outdated = true;
    paint();
  };

  const lookNow = () => [editor.theme.id, editor.theme.background, editor.settings.grid, editor.settings.gridSize].join();
  let look = lookNow();
  const unsubscribe = editor.subscribe((what) => {
    // At once, so that the next key goes where the person expects.
    if (what === 'editing') {
      text.sync();
      const now = editor.editing?.shape_id ?? null;
      if (now !== edited) for (const id of [edited, now]) if (id !== null) board.repaint(id);
      edited = now;
    }
    if (what === 'document') titles.forget();
    if (what === 'settings') {
      const now = lookNow();
      if (now !== look) board.clear();
      look = now;
    }
    if (what === 'camera') show();
    else request();
  });
  const stopPointers = listenToPointers(host, {
    send: (event) => {
      if ('at' in event && event.kind.startsWith('pointer')) {
        options.onPointer?.(editor.toPage(event.at));
        rulers.point(event.at);
      }
      const link = event.kind === 'pointer_down' && event.modifiers.mod ? linkAt(editor, editor.toPage(event.at)) : undefined;
      if (link === undefined) editor.input(event);
      else openLink(link);
    },
    onContextMenu: (at, client) => {
      selectForMenu(editor, at);
      options.onContextMenu?.(at, client);
    },
    onTap: (fingers) => editor.run(fingers === 2 ? 'undo' : 'redo'),
  });
  const stopKeys = listenToKeys(host, editor);
  const stopClipboard = listenToClipboard(host, editor, options);
  const stopDrops = listenToDrops(host, editor, options.takeIn);
  const leave = () => {
    options.onPointer?.(null);
    rulers.point(null);
    editor.pointerLeft();
  };
  const fontsLoaded = () => {
    board.clear();
    request();
  };
  host.addEventListener('pointerleave', leave);
  host.addEventListener('focus', request);
  host.addEventListener('blur', request);
  document.fonts.addEventListener('loadingdone', fontsLoaded);
  window.addEventListener('online', images.retry);
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
      motion.stop();
      sizes.disconnect();
      unsubscribe();
      stopPointers();
      stopKeys();
      stopClipboard();
      stopDrops();
      host.removeEventListener('pointerleave', leave);
      host.removeEventListener('focus', request);
      host.removeEventListener('blur', request);
      document.fonts.removeEventListener('loadingdone', fontsLoaded);
      window.removeEventListener('online', images.retry);
      images.close();
      rulers.destroy();
      text.destroy();
      spoken.destroy();
      context.canvas.remove();
    },
  };
}
