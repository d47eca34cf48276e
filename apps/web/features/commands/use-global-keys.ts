'use client';
import { useEffect } from 'react';
import { usePanes } from '@/features/file/panes.ts';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Ctrl+K opens the palette anywhere; `?` the sheet of keys, unless someone is typing. */
export function useGlobalKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { set, palette } = usePanes.getState();
      const mod = event.ctrlKey || event.metaKey;
      if (mod && event.key.toLowerCase() === 'k') set({ palette: !palette });
      else if (event.key === '?' && !mod && !isTyping(event.target)) set({ shortcuts: true });
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
