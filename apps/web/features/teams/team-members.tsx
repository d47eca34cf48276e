'use client';
import type { GivenTeamRole, TeamMember } from '@autograph/contracts/teams.ts';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { Select, type SelectOption } from '@/components/ui/select.tsx';
import { givenRoles, roleNames } from './team-roles.ts';
import type { TeamActions } from './use-teams.ts';

type Team = NonNullable<TeamActions['team']>;
type Choice = GivenTeamRole | 'owner' | 'none';

const removal: SelectOption<Choice> = { value: 'none', label: 'Remove' };
const handing: SelectOption<Choice> = { value: 'owner', label: 'Make owner' };

function MemberRow({
  member,
  options,
  mine,
  onChoice,
}: {
  member: TeamMember;
  options: readonly SelectOption<Choice>[];
  mine: boolean;
  onChoice: (choice: Choice) => void;
}) {
  const { name, email, role } = member;
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <Avatar name={name} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium leading-5">
          {name}
          {mine ? <span className="font-normal text-ink-faint"> (you)</span> : null}
        </p>
        <p className="truncate text-ink-faint text-xs">{email}</p>
      </div>
      {options.length > 0 && role !== 'owner' ? (
        <Select
          label={`Role of ${name}`}
          value={role}
          options={options}
          onChange={onChoice}
          className="w-auto border-transparent hover:border-line"
        />
      ) : (
        <span className="px-2 text-ink-faint">{roleNames[role]}</span>
      )}
    </li>
  );
}

/** Who is in a team and what each may do there. */
export function TeamMembers({ team, actions, me }: { team: Team; actions: TeamActions; me: string }) {
  const [handedTo, setHandedTo] = useState<TeamMember>();
  const [out, setOut] = useState<TeamMember>();
  const manages = team.role === 'owner' || team.role === 'admin';
  const options: readonly SelectOption<Choice>[] = manages ? [...givenRoles, ...(team.role === 'owner' ? [handing] : []), removal] : [];
  const choose = (member: TeamMember, choice: Choice) => {
    if (choice === 'none') setOut(member);
    else if (choice === 'owner') setHandedTo(member);
    else actions.changeRole.mutate({ userId: member.user_id, role: choice });
  };
  return (
    <section aria-labelledby="members">
      <h2 id="members" className="mb-2 font-semibold">
        Members
      </h2>
      <ul aria-label="Members" className="divide-y divide-line rounded-lg border border-line bg-surface">
        {team.people.map((member) => (
          <MemberRow
            key={member.user_id}
            member={member}
            mine={member.user_id === me}
            options={member.user_id === me ? [] : options}
            onChoice={(choice) => choose(member, choice)}
          />
        ))}
      </ul>
      <ConfirmDialog
        open={handedTo !== undefined}
        onOpenChange={() => setHandedTo(undefined)}
        title={`Make ${handedTo?.name ?? ''} the owner?`}
        action="Hand over"
        onConfirm={() => handedTo && actions.handOver.mutate(handedTo.user_id)}
      >
        You become an admin of {team.name}. Only {handedTo?.name ?? 'they'} can hand it back.
      </ConfirmDialog>
      <ConfirmDialog
        open={out !== undefined}
        onOpenChange={() => setOut(undefined)}
        title={`Remove ${out?.name ?? ''}?`}
        action="Remove"
        onConfirm={() => out && actions.putOut.mutate(out.user_id)}
      >
        They lose the files that they have through {team.name} at once.
      </ConfirmDialog>
    </section>
  );
}
