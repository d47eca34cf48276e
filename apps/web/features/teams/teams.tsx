'use client';
import { ChevronRight, Plus, UsersRound } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Avatar } from '@/components/ui/avatar.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { Field } from '@/components/ui/field.tsx';
import { SettingsList, SettingsSection } from '@/features/account/settings-section.tsx';
import { errorText } from '@/lib/api.ts';
import { roleNames } from './team-roles.ts';
import { useTeams } from './use-teams.ts';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The teams that a person is in. */
export function Teams() {
  const router = useRouter();
  const { teams, error, create } = useTeams();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const add = (
    <Button look="primary" onClick={() => setOpen(true)}>
      <Plus /> New team
    </Button>
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(name, { onSuccess: ({ id }) => router.push(`/settings/teams/${id}`) });
  };
  return (
    <SettingsSection
      title="Teams"
      lead="People who share files by belonging together: each by their role in the team."
      action={teams?.length ? add : null}
    >
      <SettingsList
        label="Teams"
        items={teams}
        error={error}
        empty={
          <EmptyState icon={<UsersRound />} title="You are in no team yet" action={add}>
            Start one and invite people by e-mail. A file given to the team is open to all of them at once.
          </EmptyState>
        }
      >
        {(team) => (
          <li key={team.id}>
            <Link href={`/settings/teams/${team.id}`} className="flex items-center gap-3 px-4 py-3 hover:bg-hover">
              <Avatar name={team.name} className="rounded-md" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{team.name}</span>
                <span className="block text-ink-faint text-sm">
                  {counted(team.members, 'member', 'members')} · {counted(team.files, 'file', 'files')} · {roleNames[team.role]}
                </span>
              </span>
              <ChevronRight className="size-4 text-ink-faint" />
            </Link>
          </li>
        )}
      </SettingsList>
      <Dialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          create.reset();
        }}
        title="New team"
      >
        <form onSubmit={send} noValidate className="grid gap-5">
          <Field
            label="Name"
            value={name}
            maxLength={80}
            placeholder="Platform"
            error={create.error ? errorText(create.error) : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" look="primary" className="justify-self-end" disabled={create.isPending || name.trim() === ''}>
            Start team
          </Button>
        </form>
      </Dialog>
    </SettingsSection>
  );
}
