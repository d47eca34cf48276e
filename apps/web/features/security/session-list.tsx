'use client';
import type { SignIn } from '@autograph/contracts/sign-ins.ts';
import { Monitor, Smartphone, SquareTerminal } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { CardRow } from '@/components/ui/card.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { errorText } from '@/lib/api.ts';
import { relativeTime } from '@/lib/relative-time.ts';

function DeviceIcon({ device }: { device: string }) {
  const Icon = / on (iPhone|iPad|Android)/.test(device) ? Smartphone : / on /.test(device) ? Monitor : SquareTerminal;
  return <Icon className="size-4 shrink-0 text-ink-soft" />;
}

/** Sessions with device, place and last activity, and the way to end each; `onEnd` absent shows them only. */
export function SessionList({
  sessions,
  error,
  onEnd,
}: {
  sessions: readonly SignIn[] | undefined;
  error: unknown;
  onEnd?: (session: SignIn) => void;
}) {
  if (error) return <Notice look="danger">{errorText(error)}</Notice>;
  if (!sessions)
    return (
      <div className="grid gap-2" aria-busy>
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </div>
    );
  if (sessions.length === 0) return <p className="text-ink-soft">Signed in nowhere.</p>;
  return (
    <div className="rounded-lg border border-line bg-surface">
      {sessions.map((session) => (
        <CardRow
          key={session.id}
          label={
            <span className="flex items-center gap-2">
              <DeviceIcon device={session.device} /> {session.device}
              {session.current ? (
                <span className="rounded-full bg-accent-soft px-2 py-0.5 font-medium text-accent text-xs">This device</span>
              ) : null}
            </span>
          }
          note={
            <span className="ml-6 block">
              {session.place} · {session.ip_address || 'unknown address'} ·{' '}
              <time dateTime={session.last_active_at}>active {relativeTime(Date.parse(session.last_active_at))}</time>
            </span>
          }
        >
          {session.current || !onEnd ? null : (
            <Button aria-label={`End ${session.device} at ${session.place}`} onClick={() => onEnd(session)}>
              End
            </Button>
          )}
        </CardRow>
      ))}
    </div>
  );
}
