'use client';
import { resendVerification } from '@autograph/contracts/account-recovery.ts';
import { MailCheck } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { api, errorText } from '@/lib/api.ts';
import { EntryFooter, EntryHeader } from './entry-parts.tsx';
import { textLink } from './text-link.ts';
import { useAttempt } from './use-entry.ts';

/** After an account was made: its address waits to be confirmed. */
export function CheckMail({ email }: { email: string }) {
  const { busy, failure, attempt } = useAttempt();
  const [sent, setSent] = useState(false);
  const resend = () =>
    attempt(async () => {
      await api(resendVerification, { body: { email } });
      setSent(true);
    });
  return (
    <div className="grid gap-6">
      <div className="grid size-12 place-items-center rounded-xl bg-accent-soft text-accent">
        <MailCheck className="size-6" />
      </div>
      <EntryHeader title="Check your mail">
        We sent a link to <strong className="font-medium text-ink">{email}</strong>. Follow it within 24 hours, then sign in.
      </EntryHeader>
      {sent ? <Notice>A new link is on its way. Only the newest one works.</Notice> : null}
      {failure ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      <Button size="lg" disabled={busy} onClick={() => void resend()}>
        Send the link again
      </Button>
      <EntryFooter>
        <Link href="/signin" className={textLink}>
          Back to sign in
        </Link>
      </EntryFooter>
    </div>
  );
}
