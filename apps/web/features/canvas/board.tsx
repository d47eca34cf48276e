'use client';
import { mountEditor } from '@autograph/editor-dom';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { useShortcuts } from '@/features/commands/use-shortcuts.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useIconDrop } from '@/features/icons/use-icon-drop.ts';
import { takePendingOnceOpen } from '@/features/interchange/pending-import.ts';
import { createTakeIn } from '@/features/interchange/take-in.ts';
import { BoardMenu, type MenuPlace } from './board-menu.tsx';
import { fitOnceOpen } from './fit-once-open.ts';
import { keepSettings } from './keep-settings.ts';
import { loadBoardImage } from './load-board-image.ts';
import { glideCamera } from './move-camera.ts';
import { showOthers } from './show-others.ts';
import { useBoardTheme } from './use-board-theme.ts';
import './board-fonts.css';

/** Where the editor draws. React gives it the place, the theme and the menu; shapes are no concern of React's. */
export function Board() {
  const host = useRef<HTMLDivElement>(null);
  const { editor, room, work, fileId } = useFileSession();
  const keys = useShortcuts((state) => state.overrides);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  useBoardTheme(editor);
  useEffect(() => editor.setKeys(keys), [editor, keys]);
  useEffect(() => {
    if (!host.current) return;
    const mounted = mountEditor(host.current, editor, {
      loadImage: loadBoardImage,
      takeIn: createTakeIn({ editor, room, fileId }),
      onCopy: (count) => toast(`Copied ${count === 1 ? 'one shape' : `${count} shapes`}`),
      loadScriptFonts: () => import('./script-fonts.ts'),
      onPointer: (page) => room.setCursor(page),
      onContextMenu: (_at, client) => setMenu(client),
    });
    const stops = [
      glideCamera(editor),
      keepSettings(editor),
      showOthers(mounted, editor, room),
      fitOnceOpen(editor, room, work.cameraBack),
      takePendingOnceOpen({ editor, room, fileId }),
    ];
    host.current.focus({ preventScroll: true });
    return () => {
      for (const stop of stops) stop();
      mounted.destroy();
    };
  }, [editor, room, work, fileId]);
  useIconDrop(host, editor);
  const closeMenu = () => {
    setMenu(null);
    host.current?.focus({ preventScroll: true });
  };
  const onKey = (event: KeyboardEvent) => {
    // Whoever works on the board by keys means what is selected there, also if it was selected in the code.
    if (editor.selectedIn === 'code') editor.select(editor.selection);
    menuByKey(event);
  };
  const menuByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
    event.preventDefault();
    const board = event.currentTarget.getBoundingClientRect();
    const [first] = editor.selection;
    const box = first === undefined ? undefined : editor.scene.pageBounds(first);
    const { w, h } = editor.viewport;
    const at = box ? editor.toView({ x: box.x + box.w / 2, y: box.y + box.h / 2 }) : { x: w / 2, y: h / 2 };
    const within = (value: number, most: number) => Math.max(8, Math.min(most - 8, value));
    setMenu({ x: board.left + within(at.x, w), y: board.top + within(at.y, h) });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the editor gives it its role */}
      <div ref={host} onKeyDown={onKey} className="absolute inset-0" />
      <BoardMenu place={menu} onClose={closeMenu} />
    </>
  );
}
