'use client';
import { type ApiKey, createApiKey, listApiKeys, revokeApiKey } from '@autograph/contracts/api-keys.ts';
import type { Scope } from '@autograph/contracts/identity.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { api, errorText } from '@/lib/api.ts';

const queryKey = ['api-keys'];

export interface NewKey {
  readonly name: string;
  readonly scope: Scope;
  readonly expires_in_days: number | null;
}

/** A person's API keys, and what can be done with them. */
export function useApiKeys() {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey });
  const { data, error } = useQuery({ queryKey, queryFn: () => api(listApiKeys, {}) });
  const create = useMutation({ mutationFn: (body: NewKey) => api(createApiKey, { body }), onSuccess: again });
  const revoke = useMutation({
    mutationFn: ({ id }: ApiKey) => api(revokeApiKey, { params: { id } }),
    onSuccess: (_, { name }) => {
      toast(`“${name}” is revoked`);
      return again();
    },
    onError: (failure) => toast.error(errorText(failure)),
  });
  return { keys: data?.items, error, create, revoke };
}
