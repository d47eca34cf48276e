'use client';
import { Files, Trash2, Users } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Logo } from '@/components/logo.tsx';
import { AccountMenu } from '@/features/account/account-menu.tsx';
import { useSession } from '@/features/auth/use-session.ts';
import { ShortcutsSheet } from '@/features/commands/shortcuts-sheet.tsx';
import { cn } from '@/lib/cn.ts';

const places = [
  { href: '/', label: 'All files', short: 'Files', Icon: Files },
  { href: '/shared', label: 'Shared with me', short: 'Shared', Icon: Users },
  { href: '/trash', label: 'Trash', short: 'Trash', Icon: Trash2 },
];

/** Sidebar and main area; on a small screen the sidebar is a bar on top. */
export function WorkspaceShell({ children }: { children: ReactNode }) {
  const path = usePathname();
  const { user } = useSession();
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <aside className="flex shrink-0 items-center gap-4 border-line border-b bg-surface px-4 py-2 md:sticky md:top-0 md:h-dvh md:w-60 md:flex-col md:items-stretch md:border-r md:border-b-0 md:px-3 md:py-4">
        <Link
          href="/"
          aria-label="AutoGraph, your files"
          className="flex items-center gap-2 rounded-md font-semibold text-lg tracking-tight md:px-2"
        >
          <Logo /> <span className="max-sm:hidden">AutoGraph</span>
        </Link>
        <nav aria-label="Workspace" className="flex flex-1 gap-1 md:mt-2 md:flex-col">
          {places.map(({ href, label, short, Icon }) => (
            <Link
              key={href}
              href={href}
              aria-current={path === href ? 'page' : undefined}
              className={cn(
                'flex h-8 items-center gap-2 rounded-md px-2 font-medium text-ink-soft hover:bg-hover hover:text-ink',
                path === href && 'bg-accent-soft text-accent hover:bg-accent-soft hover:text-accent',
              )}
            >
              <Icon className="size-4 shrink-0" />
              <span className="sm:hidden">{short}</span>
              <span className="max-sm:hidden">{label}</span>
            </Link>
          ))}
        </nav>
        <AccountMenu user={user} />
      </aside>
      <ShortcutsSheet />
      <main className="min-w-0 flex-1 px-4 py-6 sm:px-8">{children}</main>
    </div>
  );
}
