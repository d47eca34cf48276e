'use client';
import type { Session } from '@autograph/contracts/auth.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { fieldErrors } from '@/lib/api.ts';
import { safeNext } from './safe-next.ts';
import { markSignedIn } from './signed-in-mark.ts';

/** One attempt at a time at the door: whether it runs, and how the last one failed. */
export function useAttempt() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await act();
    } catch (error) {
      setFailure(error);
      setBusy(false);
      return;
    }
    setBusy(false);
  };
  return { busy, failure, byField: fieldErrors(failure), attempt, forget: () => setFailure(undefined) };
}

/** Goes in with a session: to the page that was asked for, else to the workspace. */
export function useEnter() {
  const router = useRouter();
  const queries = useQueryClient();
  const next = safeNext(useSearchParams().get('next'));
  return ({ user }: Session) => {
    markSignedIn(true);
    queries.setQueryData(['me'], { user });
    router.replace(next);
  };
}
