'use client';
import type { User } from '@autograph/contracts/auth.ts';
import { ChevronsUpDown, LogOut, Settings } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Avatar } from '@/components/ui/avatar.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { useSignOut } from '@/features/auth/use-session.ts';
import { cn } from '@/lib/cn.ts';
import { AppearanceItems } from './appearance-items.tsx';

/** Account, appearance and the way out; `compact` shows only the disc. */
export function AccountMenu({ user, compact = false }: { user: User | undefined; compact?: boolean }) {
  const router = useRouter();
  const signOut = useSignOut();
  if (!user) return <Skeleton className={cn('size-8 rounded-full', !compact && 'md:h-10 md:w-full md:rounded-md')} />;
  return (
    <Menu>
      <MenuTrigger
        className={cn(
          'flex items-center gap-2 rounded-md p-1 text-left hover:bg-hover data-[state=open]:bg-pressed pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center',
          !compact && 'md:p-2',
        )}
      >
        <span className="sr-only">Account</span>
        <Avatar name={user.name} />
        {compact ? null : (
          <>
            <span className="min-w-0 flex-1 max-md:hidden">
              <span className="block truncate font-medium leading-4">{user.name}</span>
              <span className="block truncate text-ink-faint text-xs">{user.email}</span>
            </span>
            <ChevronsUpDown className="size-4 text-ink-faint max-md:hidden" />
          </>
        )}
      </MenuTrigger>
      <MenuContent align="end" className="w-56">
        <AppearanceItems />
        <MenuSeparator />
        <MenuItem icon={<Settings />} onSelect={() => router.push('/settings')}>
          Settings
        </MenuItem>
        <MenuItem icon={<LogOut />} onSelect={() => void signOut()}>
          Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
