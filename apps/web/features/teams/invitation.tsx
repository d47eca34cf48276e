'use client';
import { me } from '@autograph/contracts/auth.ts';
import { acceptInvitation, readInvitation } from '@autograph/contracts/teams.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Avatar } from '@/components/ui/avatar.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { textLink } from '@/features/auth/text-link.ts';
import { useSignOut } from '@/features/auth/use-session.ts';
import { api, errorText } from '@/lib/api.ts';
import { roleNames } from './team-roles.ts';

/** What a mailed link invites to, and joining it. */
export function Invitation({ token }: { token: string }) {
  const router = useRouter();
  const signOut = useSignOut();
  const read = useQuery({ queryKey: ['invitation', token], queryFn: () => api(readInvitation, { body: { token } }), retry: false });
  const mine = useQuery({ queryKey: ['me'], queryFn: () => api(me, {}), retry: false });
  const accept = useMutation({
    mutationFn: () => api(acceptInvitation, { body: { token } }),
    onSuccess: ({ id }) => router.replace(`/settings/teams/${id}`),
  });
  const invited = read.data;
  if (read.error)
    return (
      <div className="grid gap-3">
        <h1 className="font-semibold text-2xl tracking-tight">This invitation does not work</h1>
        <p role="alert" className="text-base text-ink-soft">
          {errorText(read.error)} Ask whoever invited you to send it again.
        </p>
        <Link href="/" className={textLink}>
          Go to your files
        </Link>
      </div>
    );
  if (!invited || mine.isPending) return <Skeleton className="h-52 w-full" />;
  const user = mine.data?.user;
  const here = `/invitation?token=${encodeURIComponent(token)}`;
  const another = user && user.email.toLowerCase() !== invited.email.toLowerCase();
  return (
    <div className="grid gap-6">
      <header className="grid gap-3">
        <Avatar name={invited.team} className="size-12 rounded-xl text-base" />
        <h1 className="font-semibold text-2xl tracking-tight">Join {invited.team}</h1>
        <p className="text-base text-ink-soft">
          {invited.invited_by ?? 'A member of the team'} invites {invited.email} as {roleNames[invited.role].toLowerCase()}.
        </p>
      </header>
      {another ? (
        <div className="grid gap-4">
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
            You are signed in as {user.email}. Sign in as {invited.email} to join.
          </p>
          <Button size="lg" onClick={() => void signOut().then(() => router.replace(`/signin?next=${encodeURIComponent(here)}`))}>
            Sign in with another account
          </Button>
        </div>
      ) : user ? (
        <div className="grid gap-4">
          {accept.error ? (
            <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
              {errorText(accept.error)}
            </p>
          ) : null}
          <Button size="lg" look="primary" disabled={accept.isPending || accept.isSuccess} onClick={() => accept.mutate()}>
            Join team
          </Button>
        </div>
      ) : (
        <div className="grid grid-cols-2 gap-3">
          <Button asChild size="lg">
            <Link href={`/signup?next=${encodeURIComponent(here)}`}>Create account</Link>
          </Button>
          <Button asChild size="lg" look="primary">
            <Link href={`/signin?next=${encodeURIComponent(here)}`}>Sign in</Link>
          </Button>
        </div>
      )}
    </div>
  );
}
