'use client';
import { forgotPassword } from '@autograph/contracts/account-recovery.ts';
import Link from 'next/link';
import { api } from '@/lib/api.ts';
import { AddressForm } from './address-form.tsx';
import { EntryFooter, EntryHeader } from './entry-parts.tsx';
import { textLink } from './text-link.ts';

export function ForgotPassword() {
  return (
    <div className="grid gap-6">
      <EntryHeader title="Forgot your password?">We mail you a link to choose a new one.</EntryHeader>
      <AddressForm action="Send the link" send={(email) => api(forgotPassword, { body: { email } })}>
        If there is an account with this address, a link is on its way. It works once, for one hour.
      </AddressForm>
      <EntryFooter>
        <Link href="/signin" className={textLink}>
          Back to sign in
        </Link>
      </EntryFooter>
    </div>
  );
}
