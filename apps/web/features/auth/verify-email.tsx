'use client';
import { CodedError } from '@autograph/contracts';
import { resendVerification, verifyEmail } from '@autograph/contracts/account-recovery.ts';
import { login } from '@autograph/contracts/auth.ts';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { api, errorText } from '@/lib/api.ts';
import { AddressForm } from './address-form.tsx';
import { ConfirmPassword } from './confirm-password.tsx';
import { EntryFooter, EntryHeader } from './entry-parts.tsx';
import { textLink } from './text-link.ts';
import { useEnter } from './use-entry.ts';

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
  const [dead, setDead] = useState(token === '' ? notWhole : undefined);
  const [confirmed, setConfirmed] = useState<string>();
  const enter = useEnter();
  const confirm = async (password: string) => {
    try {
      const { email } = await api(verifyEmail, { body: { token, password } });
      const session = await api(login, { body: { email, password } }).catch(() => null);
      if (session) enter(session);
      else setConfirmed(email);
    } catch (error) {
      if (!isOfLink(error)) throw error;
      setDead(errorText(error));
    }
  };
  if (dead) return <DeadLink why={dead} />;
  if (confirmed) return <Confirmed email={confirmed} />;
  return (
    <div className="grid gap-6">
      <EntryHeader title="Confirm your address">Type the password that you chose when you made the account.</EntryHeader>
      <ConfirmPassword action="Confirm and sign in" size="lg" act={confirm} />
      <EntryFooter>
        You do not know it, or somebody else signed up with your address?{' '}
        <Link href="/forgot-password" className={textLink}>
          Choose a new password
        </Link>
      </EntryFooter>
    </div>
  );
}
