import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';

/** A page below the settings, with the way back to them. */
export function SettingsPage({
  title,
  lead,
  wide = false,
  children,
}: {
  title: string;
  lead: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={cn(wide ? 'max-w-5xl' : 'max-w-2xl')}>
      <header className="mb-6">
        <Link href="/settings" className="-ml-1 inline-flex items-center gap-0.5 rounded-md pr-1 text-ink-soft hover:text-ink">
          <ChevronLeft className="size-4" /> Settings
        </Link>
        <h1 className="mt-1 font-semibold text-xl tracking-tight">{title}</h1>
        <p className="mt-1 text-ink-soft">{lead}</p>
      </header>
      {children}
    </div>
  );
}
