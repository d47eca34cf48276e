'use client';
import type { ManagedUser } from '@autograph/contracts/admin.ts';
import { Ban, LogOut, MonitorSmartphone, MoreHorizontal, UserCheck } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu.tsx';
import type { UserActions } from './use-user-actions.ts';

/** What else may be done about an account. */
export function UserMenu({ user, actions, onSessions }: { user: ManagedUser; actions: UserActions; onSessions: () => void }) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="quiet" size="icon" aria-label={`More for ${user.name}`}>
          <MoreHorizontal />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem icon={<MonitorSmartphone />} onSelect={onSessions}>
          Sessions
        </MenuItem>
        <MenuItem icon={<LogOut />} onSelect={() => void actions.endSessions()}>
          Sign out everywhere
        </MenuItem>
        <MenuSeparator />
        {user.disabled ? (
          <MenuItem icon={<UserCheck />} onSelect={() => void actions.setDisabled(false)}>
            Enable account
          </MenuItem>
        ) : (
          <MenuItem icon={<Ban />} danger onSelect={() => void actions.setDisabled(true)}>
            Disable account
          </MenuItem>
        )}
      </MenuContent>
    </Menu>
  );
}
