'use client';
import { CodedError } from '@autograph/contracts';
import { resendVerification, verifyEmail } from '@autograph/contracts/account-recovery.ts';
import { login } from '@autograph/contracts/auth.ts';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { api, errorText } from '@/lib/api.ts';
import { AddressForm } from './address-form.tsx';
import { EntryFooter, EntryHeader } from './entry-parts.tsx';
import { textLink } from './text-link.ts';
import { useAttempt, useEnter } from './use-entry.ts';

const notWhole = 'The address of this page is not whole. Open the link in the mail again, or copy all of it.';

const isOfLink = (error: unknown) => error instanceof CodedError && error.code.startsWith('link_');

function DeadLink({ why }: { why: string }) {
  return (
    <div className="grid gap-6">
      <EntryHeader title="This link does not work">Have a new one sent to your address.</EntryHeader>
      <Notice look="danger">{why}</Notice>
      <AddressForm action="Send a new link" send={(email) => api(resendVerification, { body: { email } })}>
        If an account waits for this address, a new link is on its way. It works for 24 hours.
      </AddressForm>
    </div>
  );
}

/** The address is confirmed, and something else is asked before its owner is in. */
function Confirmed({ email }: { email: string }) {
  return (
    <div className="grid gap-6">
      <EntryHeader title="Your address is confirmed">
        <strong className="font-medium text-ink">{email}</strong> can sign in now.
      </EntryHeader>
      <Button look="primary" size="lg" asChild>
        <Link href="/signin">Sign in</Link>
      </Button>
    </div>
  );
}

/** Where the link that confirms an address leads: with the password it is confirmed, and opens the workspace. */
export function VerifyEmail() {
  const token = useSearchParams().get('token') ?? '';
  const { busy, failure, byField, attempt } = useAttempt();
  const [confirmed, setConfirmed] = useState<string>();
  const enter = useEnter();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    void attempt(async () => {
      const { email } = await api(verifyEmail, { body: { token, password } });
      const session = await api(login, { body: { email, password } }).catch(() => null);
      if (session) enter(session);
      else setConfirmed(email);
    });
  };
  if (token === '') return <DeadLink why={notWhole} />;
  if (isOfLink(failure)) return <DeadLink why={errorText(failure)} />;
  if (confirmed) return <Confirmed email={confirmed} />;
  return (
    <form onSubmit={send} noValidate className="grid gap-6">
      <EntryHeader title="Confirm your address">Type the password that you chose when you made the account.</EntryHeader>
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        disabled={busy}
        error={byField.password}
      />
      {failure && !byField.password ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      <Button type="submit" look="primary" size="lg" disabled={busy}>
        {busy ? 'One moment …' : 'Confirm and sign in'}
      </Button>
      <EntryFooter>
        You do not know it, or somebody else signed up with your address?{' '}
        <Link href="/forgot-password" className={textLink}>
          Choose a new password
        </Link>
      </EntryFooter>
    </form>
  );
}
