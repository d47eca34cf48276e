'use client';
import type { GivenTeamRole, TeamInvitation } from '@autograph/contracts/teams.ts';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Select } from '@/components/ui/select.tsx';
import { errorText } from '@/lib/api.ts';
import { relativeTime } from '@/lib/relative-time.ts';
import { givenRoles, roleNames } from './team-roles.ts';
import type { TeamActions } from './use-teams.ts';

type Team = NonNullable<TeamActions['team']>;

function InvitationRow({ invitation, actions }: { invitation: TeamInvitation; actions: TeamActions }) {
  const { id, email, role, expired, expires_at } = invitation;
  const when = relativeTime(Date.parse(expires_at));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium">{email}</p>
        <p className={expired ? 'text-danger text-sm' : 'text-ink-faint text-sm'}>
          {roleNames[role]} · {expired ? `expired ${when}` : `expires ${when}`}
        </p>
      </div>
      <div className="-ml-3 flex sm:ml-0">
        <Button
          look="quiet"
          disabled={actions.resend.isPending}
          onClick={() => actions.resend.mutate(id)}
          aria-label={`Send again to ${email}`}
        >
          Send again
        </Button>
        <Button look="quiet" onClick={() => actions.takeBack.mutate(id)} aria-label={`Take back the invitation of ${email}`}>
          Take back
        </Button>
      </div>
    </li>
  );
}

/** Inviting by e-mail, and the invitations that wait for an answer. */
export function InvitePeople({ team, actions }: { team: Team; actions: TeamActions }) {
  const { invite } = actions;
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<GivenTeamRole>('editor');
  const send = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ email: email.trim(), role }, { onSuccess: () => setEmail('') });
  };
  return (
    <section aria-labelledby="invite">
      <h2 id="invite" className="mb-2 font-semibold">
        Invite people
      </h2>
      <form
        onSubmit={send}
        noValidate
        className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_9rem_auto]"
      >
        <div className="col-span-2 sm:col-span-1">
          <Field
            label="E-mail"
            type="email"
            placeholder="grace@example.com"
            value={email}
            error={invite.error ? errorText(invite.error) : undefined}
            onChange={(event) => {
              setEmail(event.target.value);
              invite.reset();
            }}
          />
        </div>
        <Select label="Role" value={role} options={givenRoles} onChange={setRole} className="h-10 px-3 sm:mt-6.5" />
        <Button type="submit" look="primary" disabled={invite.isPending || email.trim() === ''} className="h-10 sm:mt-6.5">
          Invite
        </Button>
      </form>
      {team.invitations.length === 0 ? null : (
        <ul aria-label="Open invitations" className="mt-4 divide-y divide-line rounded-lg border border-line bg-surface">
          {team.invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} actions={actions} />
          ))}
        </ul>
      )}
    </section>
  );
}
