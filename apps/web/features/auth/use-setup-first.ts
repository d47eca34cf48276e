'use client';
import { setup } from '@autograph/contracts/auth.ts';
import { useQuery } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { api } from '@/lib/api.ts';

/** Leads to the set-up of a new instance, and away from it once it has been done. Gives what the instance says of itself, when it has. */
export function useSetupFirst() {
  const router = useRouter();
  const path = usePathname();
  const { data } = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => api(setup, { signal }), retry: false, staleTime: 0 });
  const needed = data?.needs_setup;
  useEffect(() => {
    if (needed === true && path !== '/setup') router.replace('/setup');
    if (needed === false && path === '/setup') router.replace('/signin');
  }, [router, path, needed]);
  return data;
}
