import type { Room } from './room.ts';

/** Wakes the room whenever the computer, the tab or the network may have slept. Gives the way to stop. */
export function wakeWithBrowser(room: Pick<Room, 'wake'>): () => void {
  const wake = () => room.wake();
  const onVisibility = () => {
    if (document.visibilityState === 'visible') wake();
  };
  document.addEventListener('visibilitychange', onVisibility);
  document.addEventListener('resume', wake);
  window.addEventListener('pageshow', wake);
  window.addEventListener('online', wake);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    document.removeEventListener('resume', wake);
    window.removeEventListener('pageshow', wake);
    window.removeEventListener('online', wake);
  };
}
