'use client';
import { CodedError } from '@autograph/contracts';
import { logout, me, setup } from '@autograph/contracts/auth.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { adoptShortcuts } from '@/features/commands/use-shortcuts.ts';
import { api, refreshSession } from '@/lib/api.ts';
import { markSignedIn } from './signed-in-mark.ts';

/** Sessions are renewed well before their hour is over, so that neither requests nor the live room meet a lapsed one; ms. */
const renewEvery = 45 * 60_000;

export const meQuery = { queryKey: ['me'], queryFn: () => api(me, {}), staleTime: 300_000 };

/** Who is signed in, or undefined while that is being asked; someone who is not is led to the door. */
export function useSession() {
  const router = useRouter();
  const { data, error } = useQuery(meQuery);
  const signedOut = error instanceof CodedError && error.status === 401;
  useEffect(() => {
    if (!signedOut) return;
    markSignedIn(false);
    const next = window.location.pathname === '/' ? '' : `?next=${encodeURIComponent(window.location.pathname + window.location.search)}`;
    api(setup, {}).then(
      ({ needs_setup }) => router.replace(needs_setup ? '/setup' : `/signin${next}`),
      () => router.replace(`/signin${next}`),
    );
  }, [signedOut, router]);
  const preferences = data?.preferences;
  useEffect(() => {
    if (preferences) adoptShortcuts(preferences.shortcuts);
  }, [preferences]);
  const signedIn = data !== undefined;
  useEffect(() => {
    if (!signedIn) return;
    markSignedIn(true);
    const timer = setInterval(() => void refreshSession(), renewEvery);
    return () => clearInterval(timer);
  }, [signedIn]);
  return { user: data?.user, failure: signedOut ? undefined : error };
}

/** Ends the session and forgets everything that it showed. */
export function useSignOut() {
  const router = useRouter();
  const queries = useQueryClient();
  return async () => {
    await api(logout, {}).catch(() => undefined);
    markSignedIn(false);
    adoptShortcuts();
    queries.clear();
    router.replace('/signin');
  };
}
