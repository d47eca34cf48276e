'use client';
import { setup } from '@autograph/contracts/auth.ts';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { api } from '@/lib/api.ts';

/** Leads to the set-up of a new instance, and away from it once it has been done. */
export function useSetupFirst(): void {
  const router = useRouter();
  const path = usePathname();
  useEffect(() => {
    const asked = new AbortController();
    api(setup, { signal: asked.signal }).then(
      ({ needs_setup }) => {
        if (needs_setup && path !== '/setup') router.replace('/setup');
        if (!needs_setup && path === '/setup') router.replace('/signin');
      },
      () => undefined,
    );
    return () => asked.abort();
  }, [router, path]);
}
