'use client';
import { useSyncExternalStore } from 'react';

/** Whether a CSS media query holds; false while the server renders. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', notify);
      return () => media.removeEventListener('change', notify);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** A phone: panels become sheets and the toolbar moves to the thumb. */
export const usePhone = () => useMedia('(max-width: 639px)');
