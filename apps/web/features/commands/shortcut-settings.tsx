'use client';
import { ChevronLeft } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { safeNext } from '@/features/auth/safe-next.ts';
import { useSession } from '@/features/auth/use-session.ts';

const ShortcutEditor = dynamic(() => import('./shortcut-editor.tsx').then(({ ShortcutEditor }) => ShortcutEditor), {
  ssr: false,
  loading: () => <Skeleton className="h-96 w-full" />,
});

export function ShortcutSettings() {
  const { user } = useSession();
  const from = safeNext(useSearchParams().get('from'));
  const isFile = from.startsWith('/f/');
  return (
    <div className="max-w-2xl">
      {isFile ? (
        <Link href={from} className="mr-4 mb-2 inline-flex items-center gap-1 rounded-md text-ink-soft hover:text-ink">
          <ChevronLeft className="size-4" /> Back to the file
        </Link>
      ) : null}
      <Link href="/settings" className="mb-2 inline-flex items-center gap-1 rounded-md text-ink-soft hover:text-ink">
        <ChevronLeft className="size-4" /> Settings
      </Link>
      <h1 className="mb-1 font-semibold text-xl tracking-tight">Keyboard shortcuts</h1>
      <p className="mb-6 text-ink-soft">Your keys are kept with your account and work on every device.</p>
      {user ? <ShortcutEditor /> : <Skeleton className="h-96 w-full" />}
    </div>
  );
}
