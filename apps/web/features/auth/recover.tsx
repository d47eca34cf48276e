'use client';
import { confirmRecovery } from '@autograph/contracts/account-recovery.ts';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { api, errorText } from '@/lib/api.ts';
import { EntryFooter, EntryHeader } from './entry-parts.tsx';
import { textLink } from './text-link.ts';
import { useAttempt } from './use-entry.ts';

/** Where the link of a lost second factor leads: the owner confirms it, then an administrator decides. */
export function Recover() {
  const token = useSearchParams().get('token') ?? '';
  const { busy, failure, attempt } = useAttempt();
  const [asked, setAsked] = useState(false);
  const confirm = () =>
    attempt(async () => {
      await api(confirmRecovery, { body: { token } });
      setAsked(true);
    });
  return (
    <div className="grid gap-6">
      <EntryHeader title={asked ? 'An administrator will look at it' : 'Have you lost your device?'}>
        {asked
          ? 'You get a mail as soon as you can sign in with your password alone.'
          : 'An administrator checks who you are and takes the second factor off your account.'}
      </EntryHeader>
      {failure ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      {asked ? null : (
        <Button look="primary" size="lg" disabled={busy} onClick={() => void confirm()}>
          Yes, ask an administrator
        </Button>
      )}
      <EntryFooter>
        <Link href="/signin" className={textLink}>
          Back to sign in
        </Link>
      </EntryFooter>
    </div>
  );
}
