'use client';
import { resetPassword } from '@autograph/contracts/account-recovery.ts';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { api, errorText } from '@/lib/api.ts';
import { EntryFooter, EntryHeader } from './entry-parts.tsx';
import { PasswordField } from './password-field.tsx';
import { RepeatedPassword } from './repeated-password.tsx';
import { textLink } from './text-link.ts';
import { useAttempt } from './use-entry.ts';

/** Where the link of a forgotten password leads. */
export function ResetPassword() {
  const token = useSearchParams().get('token') ?? '';
  const { busy, failure, byField, attempt } = useAttempt();
  const [differs, setDiffers] = useState(false);
  const [others, setOthers] = useState<readonly string[] | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get('password') ?? '');
    const same = password === String(form.get('repeated') ?? '');
    setDiffers(!same);
    if (!same) return;
    void attempt(async () => {
      const { passkeys, api_keys } = await api(resetPassword, { body: { token, password } });
      setOthers([...passkeys.map((name) => `the passkey ${name}`), ...api_keys.map((name) => `the API key ${name}`)]);
    });
  };
  if (token === '')
    return (
      <div className="grid gap-6">
        <EntryHeader title="This link is not whole">Open the link in the mail again, or copy all of it.</EntryHeader>
        <Button look="primary" size="lg" asChild>
          <Link href="/forgot-password">Ask for a new link</Link>
        </Button>
      </div>
    );
  if (others)
    return (
      <div className="grid gap-6">
        <EntryHeader title="Your password is changed">You were signed out on all devices, and apps lost their access.</EntryHeader>
        {others.length > 0 ? (
          <Notice>Your account is still opened by {others.join(', ')}. Remove those that you do not know under Settings.</Notice>
        ) : null}
        <Button look="primary" size="lg" asChild>
          <Link href="/signin">Sign in</Link>
        </Button>
      </div>
    );
  return (
    <form onSubmit={send} noValidate className="grid gap-6">
      <EntryHeader title="Choose a new password">You will be signed out on all devices.</EntryHeader>
      <div className="grid gap-4">
        <PasswordField label="New password" known={[]} error={byField.password} disabled={busy} />
        <RepeatedPassword differs={differs} disabled={busy} />
      </div>
      {failure && !byField.password ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      <Button type="submit" look="primary" size="lg" disabled={busy}>
        {busy ? 'One moment …' : 'Change password'}
      </Button>
      <EntryFooter>
        <Link href="/forgot-password" className={textLink}>
          Ask for a new link
        </Link>
      </EntryFooter>
    </form>
  );
}
