'use client';
import { listShares, removeShare, type Share, type SharePermission, shareDiagram, updateShare } from '@autograph/contracts/shares.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { api, errorText } from '@/lib/api.ts';

/** The people whom a file is shared with, and what its owner may do about it. Changes show at once and are taken back when refused. */
export function useShares(fileId: string) {
  const queries = useQueryClient();
  const key = ['shares', fileId];
  const { data, error } = useQuery({ queryKey: key, queryFn: () => api(listShares, { params: { id: fileId } }) });

  const show = (change: (shares: readonly Share[]) => readonly Share[]) => {
    const before = queries.getQueryData<{ items: Share[] }>(key);
    if (before) queries.setQueryData(key, { items: [...change(before.items)] });
    return { before };
  };
  const settled = {
    onError: (failure: unknown, _: unknown, context: { before: unknown } | undefined) => {
      queries.setQueryData(key, context?.before);
      toast.error(errorText(failure));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  };

  const add = useMutation({
    mutationFn: (body: { email: string; permission: SharePermission }) => api(shareDiagram, { params: { id: fileId }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  const change = useMutation({
    mutationFn: ({ id, permission }: Pick<Share, 'id' | 'permission'>) =>
      api(updateShare, { params: { id: fileId, share_id: id }, body: { permission } }),
    onMutate: ({ id, permission }) => show((shares) => shares.map((share) => (share.id === id ? { ...share, permission } : share))),
    ...settled,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Share) => api(removeShare, { params: { id: fileId, share_id: id } }),
    onMutate: ({ id }) => show((shares) => shares.filter((share) => share.id !== id)),
    onSuccess: (_, { user, permission }) => {
      toast(`${user.name} has no access any more`, {
        action: { label: 'Undo', onClick: () => add.mutate({ email: user.email, permission }) },
      });
    },
    ...settled,
  });
  return { shares: data?.items, error, add, change, remove };
}
