'use client';
import type { ShapeId } from '@autograph/document';
import { arrangeLayers, type Editor, type LayerDrop, type LayerRow, layerDrop, placeable } from '@autograph/editor';
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { rowHeight } from './layer-item.tsx';

/** How far a press may stray before it is a drag, px. */
const slop = 4;

interface Press {
  readonly id: ShapeId;
  readonly y: number;
  dragging: boolean;
}

/** Keeps the click that ends a drag from picking the row under it. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}

/** Dragging rows of the layers panel to another place in the paint order, or into a container. */
export function useLayerDrag(editor: Editor, rows: readonly LayerRow[], list: RefObject<HTMLElement | null>) {
  const press = useRef<Press | null>(null);
  const [drop, setDrop] = useState<LayerDrop | null>(null);
  const latest = useRef({ rows, drop });
  latest.current = { rows, drop };
  const dragged = (id: ShapeId) => (editor.selection.includes(id) ? editor.selection : [id]);

  useEffect(() => {
    const move = (event: PointerEvent) => {
      const { current: held } = press;
      const { current: box } = list;
      if (!held || !box) return;
      if (!held.dragging && Math.abs(event.clientY - held.y) < slop) return;
      held.dragging = true;
      const { top, bottom } = box.getBoundingClientRect();
      if (event.clientY < top + rowHeight) box.scrollTop -= rowHeight / 2;
      if (event.clientY > bottom - rowHeight) box.scrollTop += rowHeight / 2;
      const found = layerDrop(editor, latest.current.rows, (event.clientY - top + box.scrollTop) / rowHeight);
      setDrop(found && placeable(editor, dragged(held.id), found.place.parent).length > 0 ? found : null);
    };
    const end = (event: PointerEvent) => {
      const { current: held } = press;
      press.current = null;
      setDrop(null);
      const target = latest.current.drop;
      if (held?.dragging) swallowClick();
      if (held?.dragging && target && event.type === 'pointerup') arrangeLayers(editor, dragged(held.id), target.place);
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !press.current?.dragging) return;
      press.current = null;
      setDrop(null);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', giveUp, true);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', giveUp, true);
    };
  }, [editor, list]);

  const start = (id: ShapeId) => (event: ReactPointerEvent) => {
    if (event.button === 0 && !editor.readOnly) press.current = { id, y: event.clientY, dragging: false };
  };
  return { drop, start };
}
