'use client';
import { register, type Session } from '@autograph/contracts/auth.ts';
import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { api, errorText } from '@/lib/api.ts';
import { CheckMail } from './check-mail.tsx';
import { EntryFooter, EntryHeader } from './entry-parts.tsx';
import { PasswordField } from './password-field.tsx';
import { RepeatedPassword } from './repeated-password.tsx';
import { textLink } from './text-link.ts';
import { useAttempt, useEnter } from './use-entry.ts';
import { useSetupFirst } from './use-setup-first.ts';

/** The form of a new account; `onPending` when its address waits to be confirmed. */
export function AccountForm({ onSession, onPending }: { onSession: (session: Session) => void; onPending: (email: string) => void }) {
  const { busy, failure, byField, attempt } = useAttempt();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [differs, setDiffers] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get('password') ?? '');
    const same = password === String(form.get('repeated') ?? '');
    setDiffers(!same);
    if (!same) return;
    void attempt(async () => {
      const made = await api(register, { body: { name, email, password } });
      if ('access_token' in made) onSession(made);
      else onPending(made.user.email);
    });
  };
  const shownByField = Boolean(byField.name || byField.email || byField.password);
  return (
    <form onSubmit={send} noValidate className="grid gap-6">
      <div className="grid gap-4">
        <Field
          label="Name"
          name="name"
          autoComplete="name"
          required
          disabled={busy}
          error={byField.name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="email"
          required
          disabled={busy}
          error={byField.email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField known={[name, email]} error={byField.password} disabled={busy} />
        <RepeatedPassword differs={differs} disabled={busy} />
      </div>
      {failure && !shownByField ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      <Button type="submit" look="primary" size="lg" disabled={busy}>
        {busy ? 'One moment …' : 'Create account'}
      </Button>
    </form>
  );
}

export function SignUp() {
  const open = useSetupFirst()?.registration_open ?? true;
  const enter = useEnter();
  const [pending, setPending] = useState<string>();
  if (pending) return <CheckMail email={pending} />;
  return (
    <div className="grid gap-6">
      <EntryHeader title="Create an account">Draw, write and generate your architecture.</EntryHeader>
      {open ? (
        <AccountForm onSession={enter} onPending={setPending} />
      ) : (
        <Notice>This instance takes no new accounts. Ask an administrator to let you in.</Notice>
      )}
      <EntryFooter>
        Have one already?{' '}
        <Link href="/signin" className={textLink}>
          Sign in
        </Link>
      </EntryFooter>
    </div>
  );
}
