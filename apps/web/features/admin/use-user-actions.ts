'use client';
import { approveRecovery, endUserSessions, type ManagedUser, manageUser, unlockUser } from '@autograph/contracts/admin.ts';
import type { Role } from '@autograph/contracts/auth.ts';
import { useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { api, errorText } from '@/lib/api.ts';

/** What an administrator may do about an account; each says how it went. */
export function useUserActions({ id, name }: ManagedUser) {
  const queries = useQueryClient();
  const params = { id };
  const act = async (work: Promise<unknown>, done: string): Promise<void> => {
    try {
      await work;
      toast.success(done);
    } catch (error) {
      toast.error(errorText(error));
    }
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['admin-users'] }),
      queries.invalidateQueries({ queryKey: ['admin-user-sessions', id] }),
    ]);
  };
  return {
    setRole: (role: Role) => act(api(manageUser, { params, body: { role } }), `${name} is ${role} from the next sign-in on`),
    setDisabled: (disabled: boolean) =>
      act(api(manageUser, { params, body: { disabled } }), disabled ? `${name} is shut out` : `${name} may sign in again`),
    unlock: () => act(api(unlockUser, { params }), `${name} may sign in again`),
    approveRecovery: () => act(api(approveRecovery, { params }), `${name} may sign in with the password alone`),
    endSessions: () => act(api(endUserSessions, { params }), `${name} is signed out everywhere`),
  };
}

export type UserActions = ReturnType<typeof useUserActions>;
