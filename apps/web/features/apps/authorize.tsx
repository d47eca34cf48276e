'use client';
import { type AuthorizationRequest, decideAuthorization, describeAuthorization } from '@autograph/contracts/oauth.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Check, ShieldCheck } from 'lucide-react';
import { useEffect } from 'react';
import { Avatar } from '@/components/ui/avatar.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { useSession } from '@/features/auth/use-session.ts';
import { api, errorText } from '@/lib/api.ts';
import { scopeWords } from './scope-words.ts';

const go = (address: string) => window.location.assign(address);

/** What an app asks for, and the person's answer. */
export function Authorize({ request }: { request: AuthorizationRequest }) {
  const { user } = useSession();
  const { data, error } = useQuery({
    queryKey: ['authorization', request],
    queryFn: () => api(describeAuthorization, { query: request }),
    enabled: user !== undefined,
    retry: false,
  });
  const decide = useMutation({
    mutationFn: (approve: boolean) => api(decideAuthorization, { body: { ...request, approve } }),
    onSuccess: ({ redirect_to }) => go(redirect_to),
  });
  const back = data?.redirect_to;
  useEffect(() => {
    if (back) go(back);
  }, [back]);

  if (error)
    return (
      <div className="grid gap-2">
        <h1 className="font-semibold text-2xl tracking-tight">This app cannot be connected</h1>
        <p role="alert" className="text-base text-ink-soft">
          {errorText(error)} Tell whoever made it.
        </p>
      </div>
    );
  if (!data || !user || back) return <Skeleton className="h-72 w-full" />;
  const { app, scopes } = data;
  const busy = decide.isPending || decide.isSuccess;
  return (
    <div className="grid gap-6">
      <header className="grid gap-3">
        <Avatar name={app.name} className="size-12 rounded-xl text-base" />
        <h1 className="font-semibold text-2xl tracking-tight">{app.name} wants to work with your files</h1>
        <p className="text-base text-ink-soft">
          Made by {app.owner}
          {app.homepage ? (
            <>
              {' '}
              ·{' '}
              <a href={app.homepage} rel="noreferrer noopener" target="_blank" className="text-accent underline underline-offset-2">
                {new URL(app.homepage).host}
              </a>
            </>
          ) : null}
        </p>
      </header>
      <section aria-label="What it may do" className="rounded-lg border border-line bg-raised">
        <ul className="divide-y divide-line">
          {scopes.map((scope) => (
            <li key={scope} className="flex items-start gap-3 px-4 py-3">
              <Check className="mt-0.5 size-4 shrink-0 text-accent" />
              <span>
                <span className="font-medium">{scopeWords[scope].label}</span>
                <span className="block text-ink-soft">{scopeWords[scope].does}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <p className="flex gap-2 text-ink-faint text-sm">
        <ShieldCheck className="mt-0.5 size-4 shrink-0" />
        <span>
          As {user.name} ({user.email}). You can disconnect it at any time under Settings, Connected apps. You go on to{' '}
          <span className="break-all">{app.answers_at}</span>.
        </span>
      </p>
      {decide.error ? (
        <p role="alert" className="text-danger">
          {errorText(decide.error)}
        </p>
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        <Button size="lg" disabled={busy} onClick={() => decide.mutate(false)}>
          Do not allow
        </Button>
        <Button size="lg" look="primary" disabled={busy} onClick={() => decide.mutate(true)}>
          Allow
        </Button>
      </div>
    </div>
  );
}
