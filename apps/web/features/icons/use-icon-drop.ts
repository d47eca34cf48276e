'use client';
import type { Editor } from '@autograph/editor';
import { type RefObject, useEffect } from 'react';
import { z } from 'zod';
import { carriesIcon, draggedIcon } from './icon-drag.ts';
import { insertIcon } from './insert-icon.ts';

const Dragged = z.object({ id: z.string(), title: z.string() });

/** Icons dropped on the board stay where they were dropped. */
export function useIconDrop(host: RefObject<HTMLElement | null>, editor: Editor): void {
  useEffect(() => {
    const board = host.current;
    if (!board) return;
    const stop = new AbortController();
    const over = (event: globalThis.DragEvent) => {
      if (!carriesIcon(event) || editor.readOnly) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const drop = (event: globalThis.DragEvent) => {
      if (!carriesIcon(event)) return;
      event.preventDefault();
      const dragged = Dragged.safeParse(draggedIcon(event));
      if (!dragged.success) return;
      const { left, top } = board.getBoundingClientRect();
      insertIcon(editor, dragged.data, editor.toPage({ x: event.clientX - left, y: event.clientY - top }));
      board.focus({ preventScroll: true });
    };
    board.addEventListener('dragover', over, { signal: stop.signal });
    board.addEventListener('drop', drop, { signal: stop.signal });
    return () => stop.abort();
  }, [host, editor]);
}
