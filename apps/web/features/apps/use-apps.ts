'use client';
import { type App, deleteApp, listApps, registerApp, renewAppSecret, updateApp } from '@autograph/contracts/apps.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { api, errorText } from '@/lib/api.ts';

const queryKey = ['apps'];

export interface AppDraft {
  readonly name: string;
  readonly homepage: string | null;
  readonly redirect_uris: string[];
  readonly confidential: boolean;
}

/** The apps that a person has registered, and what can be done with them. */
export function useApps() {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey });
  const onError = (failure: unknown) => void toast.error(errorText(failure));
  const { data, error } = useQuery({ queryKey, queryFn: () => api(listApps, {}) });
  return {
    apps: data?.items,
    error,
    register: useMutation({ mutationFn: (body: AppDraft) => api(registerApp, { body }), onSuccess: again }),
    update: useMutation({
      mutationFn: ({ id, draft: { name, homepage, redirect_uris } }: { id: string; draft: AppDraft }) =>
        api(updateApp, { params: { id }, body: { name, homepage, redirect_uris } }),
      onSuccess: again,
    }),
    renewSecret: useMutation({ mutationFn: ({ id }: App) => api(renewAppSecret, { params: { id } }), onError }),
    remove: useMutation({
      mutationFn: ({ id }: App) => api(deleteApp, { params: { id } }),
      onSuccess: (_, { name }) => {
        toast(`${name} is removed`);
        return again();
      },
      onError,
    }),
  };
}
