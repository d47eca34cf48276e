'use client';
import type { Room } from '@autograph/collab';
import { useCallback, useRef, useSyncExternalStore } from 'react';

type Topic = Parameters<Parameters<Room['subscribe']>[0]>[0];

/** Renders again when one of these facts of the room has changed. */
export function useRoomVersion(room: Room, ...topics: readonly Topic[]): void {
  const version = useRef(0);
  const watched = topics.join();
  const subscribe = useCallback(
    (notify: () => void) =>
      room.subscribe((what) => {
        if (!watched.split(',').includes(what)) return;
        version.current += 1;
        notify();
      }),
    [room, watched],
  );
  const read = () => version.current;
  useSyncExternalStore(subscribe, read, read);
}
