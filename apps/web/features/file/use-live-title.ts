'use client';
import type { Diagram } from '@autograph/contracts/diagrams.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFileSession } from './session-context.ts';

/** Shows the title that somebody else gives the file while it is open. */
export function useLiveTitle(id: string): void {
  const { room } = useFileSession();
  const queries = useQueryClient();
  useEffect(
    () =>
      room.subscribe((what) => {
        const { title } = room;
        if (what === 'title' && title !== null) queries.setQueryData<Diagram>(['file', id], (file) => (file ? { ...file, title } : file));
      }),
    [room, queries, id],
  );
}
