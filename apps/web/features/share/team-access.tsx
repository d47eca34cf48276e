'use client';
import { fileTeam, listTeams, moveToTeam } from '@autograph/contracts/teams.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { toast } from 'sonner';
import { Select } from '@/components/ui/select.tsx';
import { api, errorText } from '@/lib/api.ts';

const none = 'none';

/** The team that a file belongs to. Nothing is shown to people who are in no team. */
export function TeamAccess({ fileId }: { fileId: string }) {
  const queries = useQueryClient();
  const key = ['file-team', fileId];
  const current = useQuery({ queryKey: key, queryFn: () => api(fileTeam, { params: { id: fileId } }) });
  const teams = useQuery({ queryKey: ['teams'], queryFn: () => api(listTeams, {}) });
  const move = useMutation({
    mutationFn: (team_id: string | null) => api(moveToTeam, { params: { id: fileId }, body: { team_id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
    onError: (failure) => toast.error(errorText(failure)),
  });
  const open = teams.data?.items.filter(({ role }) => role !== 'viewer') ?? [];
  const held = current.data;
  if (!held || (open.length === 0 && held.team_id === null)) return null;
  const known = open.some(({ id }) => id === held.team_id);
  const options = [
    { value: none, label: 'No team' },
    ...open.map(({ id, name }) => ({ value: id, label: name })),
    ...(held.team_id !== null && !known ? [{ value: held.team_id, label: held.name ?? 'Another team' }] : []),
  ];
  return (
    <div className="flex items-center gap-3">
      <span className="grid size-7 place-items-center rounded-md bg-accent-soft text-accent">
        <UsersRound className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium leading-5">Team</p>
        <p className="truncate text-ink-faint text-xs">Its members have the file by their roles.</p>
      </div>
      <Select
        label="Team of this file"
        value={held.team_id ?? none}
        options={options}
        onChange={(team) => move.mutate(team === none ? null : team)}
        className="w-40"
      />
    </div>
  );
}
