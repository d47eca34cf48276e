'use client';
import { updatePreferences } from '@autograph/contracts/auth.ts';
import type { KeyOverrides } from '@autograph/editor/keymap.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { meQuery } from '@/features/auth/use-session.ts';
import { api, errorText } from '@/lib/api.ts';
import { adoptShortcuts, useShortcuts } from './use-shortcuts.ts';

/** Stores a person's keys: they apply at once, and are taken back when the server refuses them. */
export function useSaveShortcuts(): (overrides: KeyOverrides, done: string) => void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ overrides }: { overrides: KeyOverrides; done: string }) =>
      api(updatePreferences, {
        body: { shortcuts: Object.fromEntries(Object.entries(overrides).map(([id, keys]) => [id, [...keys]])) },
      }),
    onMutate({ overrides }) {
      const before = useShortcuts.getState().overrides;
      adoptShortcuts(overrides);
      return { before };
    },
    onSuccess({ preferences }, { done }) {
      queries.setQueryData(
        meQuery.queryKey,
        (known: Awaited<ReturnType<typeof meQuery.queryFn>> | undefined) => known && { ...known, preferences },
      );
      toast.success(done);
    },
    onError(error, _, context) {
      if (context) adoptShortcuts(context.before);
      toast.error('The keys could not be saved', { description: errorText(error) });
    },
  });
  return (overrides, done) => mutate({ overrides, done });
}
