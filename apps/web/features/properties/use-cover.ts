'use client';
import type { Editor } from '@autograph/editor';
import { type RefObject, useEffect } from 'react';

/** Tells the editor what a panel covers of the board while it is there. */
export function useCover(editor: Editor, panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    // Without transforms: it may still be appearing.
    const tell = () => {
      const within = element.offsetParent?.getBoundingClientRect();
      const board = document.querySelector('[role="application"]')?.getBoundingClientRect();
      const { offsetLeft, offsetTop, offsetWidth: w, offsetHeight: h } = element;
      const seen = within && board && w > 0;
      editor.setCover(seen ? { x: within.left - board.left + offsetLeft, y: within.top - board.top + offsetTop, w, h } : null);
    };
    const sizes = new ResizeObserver(tell);
    sizes.observe(element);
    if (element.offsetParent) sizes.observe(element.offsetParent);
    tell();
    return () => {
      sizes.disconnect();
      editor.setCover(null);
    };
  }, [editor, panel]);
}
