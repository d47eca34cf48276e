'use client';
import { resendVerification, verifyEmail } from '@autograph/contracts/account-recovery.ts';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { api, errorText } from '@/lib/api.ts';
import { AddressForm } from './address-form.tsx';
import { EntryHeader } from './entry-parts.tsx';

const notWhole = 'The address of this page is not whole. Open the link in the mail again, or copy all of it.';

/** Where the link that confirms an address leads: it is confirmed at once. */
export function VerifyEmail() {
  const token = useSearchParams().get('token') ?? '';
  const { data, error } = useQuery({
    queryKey: ['verify-email', token],
    queryFn: () => api(verifyEmail, { body: { token } }),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (error || token === '')
    return (
      <div className="grid gap-6">
        <EntryHeader title="This link does not work">Have a new one sent to your address.</EntryHeader>
        <Notice look="danger">{error ? errorText(error) : notWhole}</Notice>
        <AddressForm action="Send a new link" send={(email) => api(resendVerification, { body: { email } })}>
          If an account waits for this address, a new link is on its way. It works for 24 hours.
        </AddressForm>
      </div>
    );
  if (!data)
    return (
      <div className="grid gap-4" aria-busy>
        <EntryHeader title="One moment …">Your address is being confirmed.</EntryHeader>
        <Skeleton className="h-10" />
      </div>
    );
  return (
    <div className="grid gap-6">
      <EntryHeader title="Your address is confirmed">
        <strong className="font-medium text-ink">{data.email}</strong> can sign in now.
      </EntryHeader>
      <Button look="primary" size="lg" asChild>
        <Link href="/signin">Sign in</Link>
      </Button>
    </div>
  );
}
