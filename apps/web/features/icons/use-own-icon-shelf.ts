'use client';
import { useEffect } from 'react';
import { useSession } from '@/features/auth/use-session.ts';
import { useIconShelf } from './icon-shelf.ts';

/** Has the icons at hand that the signed-in person has used and starred. */
export function useOwnIconShelf(): void {
  const { user } = useSession();
  const id = user?.id;
  useEffect(() => {
    if (id !== undefined) useIconShelf.getState().open(id);
  }, [id]);
}
