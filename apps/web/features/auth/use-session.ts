'use client';
import { CodedError } from '@autograph/contracts';
import { logout, me, setup } from '@autograph/contracts/auth.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { api } from '@/lib/api.ts';

const meQuery = { queryKey: ['me'], queryFn: () => api(me, {}), staleTime: 300_000 };

/** Who is signed in, or undefined while that is being asked; someone who is not is led to the door. */
export function useSession() {
  const router = useRouter();
  const { data, error } = useQuery(meQuery);
  const signedOut = error instanceof CodedError && error.status === 401;
  useEffect(() => {
    if (!signedOut) return;
    const next = window.location.pathname === '/' ? '' : `?next=${encodeURIComponent(window.location.pathname)}`;
    api(setup, {}).then(
      ({ needs_setup }) => router.replace(needs_setup ? '/setup' : `/signin${next}`),
      () => router.replace(`/signin${next}`),
    );
  }, [signedOut, router]);
  return { user: data?.user, failure: signedOut ? undefined : error };
}

/** Ends the session and forgets everything that it showed. */
export function useSignOut() {
  const router = useRouter();
  const queries = useQueryClient();
  return async () => {
    await api(logout, {}).catch(() => undefined);
    queries.clear();
    router.replace('/signin');
  };
}
