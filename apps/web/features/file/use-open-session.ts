'use client';
import type { User } from '@autograph/contracts/auth.ts';
import { useEffect, useState } from 'react';
import { refreshSession } from '@/lib/api.ts';
import { type FileSession, openSession } from './session.ts';

/** Refusals that a renewed session may turn. */
const lapsed = new Set(['unauthenticated', 'invalid_token', 'token_expired']);

/** Opens a file for as long as the page shows it; opens it anew when the person gives up what the server refused. */
export function useOpenSession(fileId: string, user: User | undefined): FileSession | null {
  const [session, setSession] = useState<FileSession | null>(null);
  const [attempt, setAttempt] = useState(0);
  // The record is fetched again now and then; only another person means another session.
  const userId = user?.id;
  useEffect(() => {
    if (!user) return;
    const opened = openSession(fileId, user, () => setAttempt((count) => count + 1));
    setSession(opened);
    let renewed = false;
    const stop = opened.room.subscribe((what) => {
      const { problem } = opened.room;
      if (what !== 'problem' || problem?.kind !== 'denied') return;
      if (!renewed && lapsed.has(problem.code)) {
        renewed = true;
        void refreshSession().then((worked) => worked && opened.room.reconnect());
      }
    });
    return () => {
      stop();
      setSession(null);
      opened.close();
    };
  }, [fileId, userId, attempt]);
  return session;
}
