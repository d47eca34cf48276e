'use client';
import { CodedError } from '@autograph/contracts';
import { logout, me, setup } from '@autograph/contracts/auth.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { adoptShortcuts } from '@/features/commands/use-shortcuts.ts';
import { api, refreshRefusal, refreshSession } from '@/lib/api.ts';
import { signOutReason } from './sign-out-reason.ts';
import { markSignedIn } from './signed-in-mark.ts';
import { useActivity } from './use-activity.ts';

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
    const reason = signOutReason(error) ?? signOutReason(refreshRefusal());
    const query = new URLSearchParams();
    if (window.location.pathname !== '/') query.set('next', window.location.pathname + window.location.search);
    if (reason) query.set('reason', reason);
    const door = query.size > 0 ? `/signin?${query}` : '/signin';
    api(setup, {}).then(
      ({ needs_setup }) => router.replace(needs_setup ? '/setup' : door),
      () => router.replace(door),
    );
  }, [signedOut, error, router]);
  const preferences = data?.preferences;
  useEffect(() => {
    if (preferences) adoptShortcuts(preferences.shortcuts);
  }, [preferences]);
  const signedIn = data !== undefined;
  useActivity(signedIn && !signedOut);
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
    const ended = await api(logout, {}).catch(() => undefined);
    markSignedIn(false);
    adoptShortcuts();
    queries.clear();
    if (ended?.next) window.location.assign(ended.next);
    else router.replace('/signin');
  };
}
