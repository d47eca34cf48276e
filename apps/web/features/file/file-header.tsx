'use client';
import type { Diagram } from '@autograph/contracts/diagrams.ts';
import { ChevronLeft, Search } from 'lucide-react';
import Link from 'next/link';
import { Logo } from '@/components/logo.tsx';
import { Button } from '@/components/ui/button.tsx';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { AccountMenu } from '@/features/account/account-menu.tsx';
import { useSession } from '@/features/auth/use-session.ts';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { ShareButton } from '@/features/share/share-button.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FileTitle } from './file-title.tsx';
import { usePanes } from './panes.ts';
import { PresenceAvatars } from './presence-avatars.tsx';
import { SaveState } from './save-state.tsx';
import { ViewSwitch } from './view-switch.tsx';

export function FileHeader({ file }: { file: Diagram }) {
  const { user } = useSession();
  const keysOf = useKeysOf();
  return (
    <header className="relative z-20 grid h-12 pointer-coarse:h-14 shrink-0 grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-2 border-line border-b bg-surface px-2 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
      <div className="flex min-w-0 items-center gap-1 max-sm:-ml-2 max-sm:gap-0">
        <Tooltip label="All files">
          <Button asChild look="quiet" className="gap-0 px-1.5">
            <Link href="/" aria-label="All files">
              <ChevronLeft className="-ml-1" />
              <Logo className="size-5! max-sm:hidden" />
            </Link>
          </Button>
        </Tooltip>
        <FileTitle file={file} />
        <SaveState />
      </div>
      <ViewSwitch />
      <div className="flex items-center justify-end gap-2">
        <div className="max-sm:hidden">
          <PresenceAvatars />
        </div>
        <IconButton
          label="Commands"
          keys={keysOf('commands')}
          className="max-sm:hidden"
          onClick={() => usePanes.getState().set({ palette: true })}
        >
          <Search />
        </IconButton>
        <ExportMenu file={file} />
        {file.access === 'owner' ? <ShareButton file={file} /> : null}
        <div className="max-sm:hidden">
          <AccountMenu user={user} compact />
        </div>
      </div>
    </header>
  );
}
