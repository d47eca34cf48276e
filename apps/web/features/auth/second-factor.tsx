'use client';
import { requestRecovery } from '@autograph/contracts/account-recovery.ts';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { api, errorText } from '@/lib/api.ts';
import { EntryFooter, EntryHeader } from './entry-parts.tsx';
import { textLink } from './text-link.ts';
import { useAttempt } from './use-entry.ts';

/** The second step of signing in: a code of the authenticator app or a backup code, or the way back without either. */
export function SecondFactor({
  busy,
  failure,
  account,
  onCode,
  onBack,
}: {
  busy: boolean;
  failure: unknown;
  account: { readonly email: string; readonly password: string };
  onCode: (code: string) => void;
  onBack: () => void;
}) {
  const [backup, setBackup] = useState(false);
  const [sent, setSent] = useState(false);
  const recovery = useAttempt();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onCode(String(new FormData(event.currentTarget).get('code') ?? ''));
  };
  const recover = () =>
    recovery.attempt(async () => {
      await api(requestRecovery, { body: account });
      setSent(true);
    });
  const problem = failure ?? recovery.failure;
  return (
    <form onSubmit={send} noValidate className="grid gap-6">
      <EntryHeader title="One more step">
        {backup ? 'Enter one of the backup codes that you kept.' : 'Enter the six digits that your authenticator app shows.'}
      </EntryHeader>
      <Field
        key={backup ? 'backup' : 'app'}
        label={backup ? 'Backup code' : 'Code'}
        name="code"
        inputMode={backup ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoFocus
        required
        disabled={busy}
        className="h-11 px-3 text-center font-mono text-lg tracking-widest"
        placeholder={backup ? 'XXXXX-XXXXX' : '000000'}
      />
      {problem ? <Notice look="danger">{errorText(problem)}</Notice> : null}
      {sent ? <Notice>We sent you a mail. Follow its link; then an administrator takes the second factor off.</Notice> : null}
      <Button type="submit" look="primary" size="lg" disabled={busy}>
        {busy ? 'One moment …' : 'Sign in'}
      </Button>
      <EntryFooter>
        <button type="button" className={textLink} onClick={() => setBackup(!backup)}>
          {backup ? 'Use the authenticator app' : 'Use a backup code'}
        </button>
        {' · '}
        <button type="button" className={textLink} disabled={recovery.busy} onClick={() => void recover()}>
          Lost your device?
        </button>
        {' · '}
        <button type="button" className={textLink} onClick={onBack}>
          Back
        </button>
      </EntryFooter>
    </form>
  );
}
