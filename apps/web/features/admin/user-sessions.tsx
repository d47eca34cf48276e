'use client';
import { listUserSessions, type ManagedUser } from '@autograph/contracts/admin.ts';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '@/components/ui/dialog.tsx';
import { SessionList } from '@/features/security/session-list.tsx';
import { api } from '@/lib/api.ts';

/** Where an account is signed in. */
export function UserSessions({ user, open, onOpenChange }: { user: ManagedUser; open: boolean; onOpenChange: (open: boolean) => void }) {
  const { data, error } = useQuery({
    queryKey: ['admin-user-sessions', user.id],
    queryFn: () => api(listUserSessions, { params: { id: user.id } }),
    enabled: open,
  });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={`Sessions of ${user.name}`}>
      <SessionList sessions={data?.items} error={error} />
    </Dialog>
  );
}
