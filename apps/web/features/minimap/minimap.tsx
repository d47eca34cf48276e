'use client';
import { type BoardMap, createBoardMap } from '@autograph/editor-dom';
import { Map as MapIcon, Minimize2 } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useReducer, useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { useViewPreferences } from '@/features/canvas/view-preferences.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorVersion } from '@/features/file/use-editor-version.ts';
import { fitMap, type MapView, onMap, toPage } from './map-view.ts';

/** px */
const size = { w: 176, h: 112 };
/** How long the board rests before the map is drawn anew, ms. */
const rest = 120;

/** The whole board, small: a press goes there, the frame can be dragged. */
function Minimap({ onClose }: { onClose: () => void }) {
  const { editor } = useFileSession();
  useEditorVersion(editor, 'camera', 'settings');
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = useRef<BoardMap<HTMLCanvasElement> | null>(null);
  const drag = useRef<{ readonly view: MapView; readonly dx: number; readonly dy: number } | null>(null);
  const view = drag.current?.view ?? fitMap(picture.current?.content, editor.visible, size);
  const frame = onMap(view, editor.visible);

  const paint = (shown: MapView) => {
    const context = canvas.current?.getContext('2d');
    const { current: drawn } = picture;
    if (!context || !canvas.current) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.current.width = size.w * ratio;
    canvas.current.height = size.h * ratio;
    if (!drawn?.shown) return;
    const { x, y, w, h } = onMap(shown, drawn.shown);
    context.drawImage(drawn.canvas, x * ratio, y * ratio, Math.max(1, w * ratio), Math.max(1, h * ratio));
  };
  useEffect(() => paint(view));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const map = createBoardMap(editor, document.createElement('canvas'));
    picture.current = map;
    const draw = () => {
      map.update();
      redraw();
    };
    const stop = editor.subscribe((what) => {
      if (what !== 'document' && what !== 'settings') return;
      if (what === 'settings') map.clear();
      clearTimeout(timer);
      timer = setTimeout(draw, rest);
    });
    draw();
    return () => {
      stop();
      map.stop();
      clearTimeout(timer);
    };
  }, [editor]);

  const centre = (page: { x: number; y: number }) => {
    const { camera, visible } = editor;
    editor.setCamera({ ...camera, x: page.x - visible.w / 2, y: page.y - visible.h / 2 });
  };
  const pageAt = (event: PointerEvent<HTMLElement>, shown: MapView) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return toPage(shown, { x: event.clientX - left, y: event.clientY - top });
  };
  const down = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = pageAt(event, view);
    const { x, y, w, h } = editor.visible;
    const inside = at.x >= x && at.x <= x + w && at.y >= y && at.y <= y + h;
    if (!inside) centre(at);
    const now = editor.visible;
    drag.current = { view, dx: now.x + now.w / 2 - at.x, dy: now.y + now.h / 2 - at.y };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const { current: held } = drag;
    if (!held) return;
    const at = pageAt(event, held.view);
    centre({ x: at.x + held.dx, y: at.y + held.dy });
  };
  const up = () => {
    drag.current = null;
    redraw();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { w, h } = editor.visible;
    const by = { ArrowLeft: [-w, 0], ArrowRight: [w, 0], ArrowUp: [0, -h], ArrowDown: [0, h] }[event.key];
    if (!by) return;
    event.preventDefault();
    const [x = 0, y = 0] = by;
    editor.setCamera({ ...editor.camera, x: editor.camera.x + x / 4, y: editor.camera.y + y / 4 });
  };
  return (
    <section
      aria-label="Mini-map"
      className="group absolute right-3 bottom-4 z-10 @max-[75rem]:bottom-18 @max-4xl:hidden overflow-hidden rounded-lg border border-line bg-raised shadow-raised"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: it holds no fields */}
      <div
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the view
        tabIndex={0}
        aria-label="Overview; arrow keys move the view"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        onKeyDown={onKeyDown}
        className="relative touch-none overflow-hidden -outline-offset-2"
        style={{ width: size.w, height: size.h, background: editor.theme.background }}
      >
        <canvas ref={canvas} aria-hidden className="size-full" />
        <div
          data-testid="minimap-frame"
          className="absolute top-0 left-0 rounded-[2px] border-2 border-accent bg-accent-soft"
          style={{ width: Math.max(4, frame.w), height: Math.max(4, frame.h), translate: `${frame.x}px ${frame.y}px` }}
        />
      </div>
      <IconButton
        label="Close the mini-map"
        side="top"
        size="icon-sm"
        onClick={onClose}
        className="absolute top-1 right-1 size-6 bg-raised opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 [&_svg]:size-3.5"
      >
        <Minimize2 />
      </IconButton>
    </section>
  );
}

/** The mini-map, or the button that brings it back. */
export function MinimapCorner() {
  const { minimap, set } = useViewPreferences();
  if (minimap) return <Minimap onClose={() => set({ minimap: false })} />;
  return (
    <div className="absolute right-3 bottom-4 z-10 @max-[75rem]:bottom-18 @max-4xl:hidden rounded-lg border border-line bg-raised p-0.5 shadow-raised">
      <IconButton label="Mini-map" side="top" size="icon-sm" onClick={() => set({ minimap: true })}>
        <MapIcon />
      </IconButton>
    </div>
  );
}
