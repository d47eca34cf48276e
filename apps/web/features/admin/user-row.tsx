'use client';
import type { ManagedUser } from '@autograph/contracts/admin.ts';
import { roles } from '@autograph/contracts/auth.ts';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Select } from '@/components/ui/select.tsx';
import { useSession } from '@/features/auth/use-session.ts';
import { cn } from '@/lib/cn.ts';
import { relativeTime } from '@/lib/relative-time.ts';
import { useUserActions } from './use-user-actions.ts';
import { UserMenu } from './user-menu.tsx';
import { UserSessions } from './user-sessions.tsx';

const options = roles.map((role) => ({ value: role, label: role.charAt(0).toUpperCase() + role.slice(1) }));

function Mark({ look = 'plain', children }: { look?: 'plain' | 'danger'; children: ReactNode }) {
  return (
    <span
      className={cn(
        'rounded-full px-2 py-0.5 font-medium text-xs',
        look === 'danger' ? 'bg-danger-soft text-danger' : 'bg-sunken text-ink-soft',
      )}
    >
      {children}
    </span>
  );
}

function marksOf(user: ManagedUser): ReactNode {
  return (
    <>
      {user.locked_until ? <Mark look="danger">Locked</Mark> : null}
      {user.disabled ? <Mark look="danger">Disabled</Mark> : null}
      {user.recovery_requested_at ? <Mark look="danger">Lost second factor</Mark> : null}
      {user.two_factor ? <Mark>Second factor</Mark> : null}
      {user.email_verified ? null : <Mark>Address not confirmed</Mark>}
    </>
  );
}

/** One account: who, in which state, and what may be done; what is urgent stands as a button of its own. */
export function UserRow({ user }: { user: ManagedUser }) {
  const { user: me } = useSession();
  const actions = useUserActions(user);
  const [showsSessions, setShowsSessions] = useState(false);
  const seen = user.last_login_at ? `signed in ${relativeTime(Date.parse(user.last_login_at))}` : 'never signed in';
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2.5 last:border-b-0">
      <Avatar name={user.name} className="size-8" />
      <div className="min-w-48 flex-1">
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="truncate font-medium">{user.name}</span>
          {user.id === me?.id ? <Mark>You</Mark> : null}
          {marksOf(user)}
        </div>
        <div className="truncate text-ink-faint">
          {user.email} · {seen}
        </div>
      </div>
      <div className="flex items-center gap-2">
        {user.locked_until ? <Button onClick={() => void actions.unlock()}>Unlock</Button> : null}
        {user.recovery_requested_at ? <Button onClick={() => void actions.approveRecovery()}>Approve recovery</Button> : null}
        <Select
          label={`Role of ${user.name}`}
          value={user.role}
          options={options}
          onChange={(role) => void actions.setRole(role)}
          className="w-28"
        />
        <UserMenu user={user} actions={actions} onSessions={() => setShowsSessions(true)} />
      </div>
      <UserSessions user={user} open={showsSessions} onOpenChange={setShowsSessions} />
    </li>
  );
}
