'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { InlineTitle } from '@/components/ui/inline-title.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { SettingsSection } from '@/features/account/settings-section.tsx';
import { useSession } from '@/features/auth/use-session.ts';
import { errorText } from '@/lib/api.ts';
import { InvitePeople } from './invite-people.tsx';
import { TeamMembers } from './team-members.tsx';
import { useTeam } from './use-teams.ts';

/** A team: who is in it, who is invited, and how it ends. */
export function TeamPage({ id }: { id: string }) {
  const router = useRouter();
  const { user } = useSession();
  const actions = useTeam(id);
  const { team, error } = actions;
  const [renaming, setRenaming] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const back = (
    <Link href="/settings/teams" className="text-accent underline underline-offset-2">
      All teams
    </Link>
  );
  if (error)
    return (
      <SettingsSection title="Team" lead={back}>
        <p role="alert">{errorText(error)}</p>
      </SettingsSection>
    );
  if (!team || !user)
    return (
      <SettingsSection title={<Skeleton className="h-7 w-48" />} lead={back}>
        <Skeleton className="h-40 w-full" />
      </SettingsSection>
    );
  const manages = team.role === 'owner' || team.role === 'admin';
  const member = team.people.some(({ user_id }) => user_id === user.id);
  const gone = (text: string) => {
    toast(text);
    router.push('/settings/teams');
  };
  return (
    <SettingsSection
      title={
        renaming ? (
          <InlineTitle
            label="Team name"
            value={team.name}
            onDone={(name) => {
              setRenaming(false);
              if (name && name !== team.name) actions.rename.mutate(name);
            }}
          />
        ) : (
          team.name
        )
      }
      lead={back}
      action={
        <div className="flex gap-2">
          {manages ? <Button onClick={() => setRenaming(true)}>Rename</Button> : null}
          {team.role === 'owner' ? <Button onClick={() => setDeleting(true)}>Delete team</Button> : null}
          {member && team.role !== 'owner' ? <Button onClick={() => setLeaving(true)}>Leave team</Button> : null}
        </div>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        {manages ? <InvitePeople team={team} actions={actions} /> : null}
        <TeamMembers team={team} actions={actions} me={user.id} />
        <p className="text-ink-faint text-sm">
          Give a file to the team with “Share” above it. The team’s owner and admins then manage it, editors change it, viewers read it.
        </p>
      </div>
      <ConfirmDialog
        open={leaving}
        onOpenChange={setLeaving}
        title={`Leave ${team.name}?`}
        action="Leave team"
        onConfirm={() => actions.putOut.mutate(user.id, { onSuccess: () => gone(`You have left ${team.name}`) })}
      >
        You lose the files that you have through this team. Those that you own stay yours.
      </ConfirmDialog>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={`Delete ${team.name}?`}
        action="Delete team"
        onConfirm={() => actions.remove.mutate(undefined, { onSuccess: () => gone(`${team.name} is deleted`) })}
      >
        Its members lose the files that they have through it; each file stays with the person who owns it. This cannot be undone.
      </ConfirmDialog>
    </SettingsSection>
  );
}
