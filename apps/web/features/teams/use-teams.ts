'use client';
import {
  changeMember,
  createTeam,
  deleteTeam,
  type GivenTeamRole,
  getTeam,
  handOverTeam,
  inviteToTeam,
  listTeams,
  removeMember,
  renameTeam,
  resendInvitation,
  revokeInvitation,
} from '@autograph/contracts/teams.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { api, errorText } from '@/lib/api.ts';

const queryKey = ['teams'];

/** The teams that a person is in, and starting another. */
export function useTeams() {
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey, queryFn: () => api(listTeams, {}) });
  const create = useMutation({
    mutationFn: (name: string) => api(createTeam, { body: { name } }),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  return { teams: data?.items, error, create };
}

/** One team, and what can be done in it. Every change is asked for again once it is made. */
export function useTeam(id: string) {
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey: [...queryKey, id], queryFn: () => api(getTeam, { params: { id } }) });
  const onSuccess = () => queries.invalidateQueries({ queryKey });
  const onError = (failure: unknown) => void toast.error(errorText(failure));
  return {
    team: data,
    error,
    rename: useMutation({ mutationFn: (name: string) => api(renameTeam, { params: { id }, body: { name } }), onSuccess, onError }),
    remove: useMutation({ mutationFn: () => api(deleteTeam, { params: { id } }), onError }),
    changeRole: useMutation({
      mutationFn: ({ userId, role }: { userId: string; role: GivenTeamRole }) =>
        api(changeMember, { params: { id, user_id: userId }, body: { role } }),
      onSuccess,
      onError,
    }),
    putOut: useMutation({ mutationFn: (userId: string) => api(removeMember, { params: { id, user_id: userId } }), onSuccess, onError }),
    handOver: useMutation({
      mutationFn: (userId: string) => api(handOverTeam, { params: { id }, body: { user_id: userId } }),
      onSuccess,
      onError,
    }),
    invite: useMutation({
      mutationFn: (body: { email: string; role: GivenTeamRole }) => api(inviteToTeam, { params: { id }, body }),
      onSuccess: (_, { email }) => {
        toast(`Invitation sent to ${email}`);
        return onSuccess();
      },
    }),
    resend: useMutation({
      mutationFn: (invitationId: string) => api(resendInvitation, { params: { id, invitation_id: invitationId } }),
      onSuccess: ({ email }) => {
        toast(`Sent again to ${email}`);
        return onSuccess();
      },
      onError,
    }),
    takeBack: useMutation({
      mutationFn: (invitationId: string) => api(revokeInvitation, { params: { id, invitation_id: invitationId } }),
      onSuccess,
      onError,
    }),
  };
}

export type TeamActions = ReturnType<typeof useTeam>;
