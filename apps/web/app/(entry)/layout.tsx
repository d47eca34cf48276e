import { type ReactNode, Suspense } from 'react';
import { Logo } from '@/components/logo.tsx';
import { EntryArt } from '@/features/auth/entry-art.tsx';

export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh bg-surface lg:grid-cols-[minmax(26rem,5fr)_7fr]">
      <main className="flex flex-col px-6 py-8 sm:px-12">
        <div className="flex items-center gap-2 font-semibold text-lg tracking-tight">
          <Logo /> AutoGraph
        </div>
        <div className="mx-auto w-full max-w-sm flex-1 content-center py-12">
          <Suspense>{children}</Suspense>
        </div>
        <p className="text-ink-faint text-xs">Your files stay on this server.</p>
      </main>
      <EntryArt />
    </div>
  );
}
