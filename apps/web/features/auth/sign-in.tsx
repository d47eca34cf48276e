'use client';
import { CodedError, errorCodes } from '@autograph/contracts';
import { login } from '@autograph/contracts/auth.ts';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Checkbox } from '@/components/ui/checkbox.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SsoButtons } from '@/features/sso/sso-buttons.tsx';
import { SsoFailure } from '@/features/sso/sso-failure.tsx';
import { api, errorText } from '@/lib/api.ts';
import { CheckMail } from './check-mail.tsx';
import { EntryFooter, EntryHeader } from './entry-parts.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { safeNext } from './safe-next.ts';
import { SecondFactor } from './second-factor.tsx';
import { readReason } from './sign-out-reason.ts';
import { textLink } from './text-link.ts';
import { useAttempt, useEnter } from './use-entry.ts';
import { useSetupFirst } from './use-setup-first.ts';

const isCode = (error: unknown, code: string) => error instanceof CodedError && error.code === code;

/** What is said to somebody whose session has ended by itself. */
function Reason({ idleMinutes }: { idleMinutes: number | undefined }) {
  const reason = readReason(useSearchParams().get('reason'));
  if (!reason) return null;
  const idle = idleMinutes ? `You were signed out after ${idleMinutes} minutes without activity.` : errorCodes.session_idle.message;
  return <Notice>{reason === 'session_idle' ? idle : errorCodes[reason].message}</Notice>;
}

export function SignIn() {
  const instance = useSetupFirst();
  const enter = useEnter();
  const next = safeNext(useSearchParams().get('next'));
  const [email, setEmail] = useState('');
  const { busy, failure, attempt, forget } = useAttempt();
  const [remember, setRemember] = useState(false);
  const [proved, setProved] = useState<{ email: string; password: string }>();
  const [unconfirmed, setUnconfirmed] = useState<string>();

  const signIn = (email: string, password: string, code?: string) =>
    attempt(async () => {
      try {
        enter(await api(login, { body: { email, password, remember, ...(code === undefined ? {} : { code }) } }));
      } catch (error) {
        if (isCode(error, 'second_factor_required')) return setProved({ email, password });
        if (isCode(error, 'email_unverified')) return setUnconfirmed(email);
        throw error;
      }
    });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void signIn(String(form.get('email') ?? ''), String(form.get('password') ?? ''));
  };

  if (unconfirmed) return <CheckMail email={unconfirmed} />;
  if (proved)
    return (
      <SecondFactor
        busy={busy}
        failure={failure}
        account={proved}
        onCode={(code) => void signIn(proved.email, proved.password, code)}
        onBack={() => {
          forget();
          setProved(undefined);
        }}
      />
    );
  return (
    <div className="grid gap-6">
      <EntryHeader title="Sign in">Welcome back.</EntryHeader>
      <Reason idleMinutes={instance?.idle_minutes} />
      <SsoFailure />
      <form onSubmit={send} noValidate className="grid gap-6">
        <div className="grid gap-4">
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username webauthn"
            required
            disabled={busy}
            onChange={(event) => setEmail(event.target.value)}
          />
          <Field label="Password" name="password" type="password" autoComplete="current-password" required disabled={busy} />
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Checkbox label="Stay signed in for 30 days" checked={remember} onChange={setRemember} disabled={busy} />
            <Link href="/forgot-password" className={textLink}>
              Forgot your password?
            </Link>
          </div>
        </div>
        {failure ? <Notice look="danger">{errorText(failure)}</Notice> : null}
        <div className="grid gap-2">
          <Button type="submit" look="primary" size="lg" disabled={busy}>
            {busy ? 'One moment …' : 'Sign in'}
          </Button>
          <PasskeyButton remember={remember} disabled={busy} attempt={attempt} onSession={enter} />
          <SsoButtons email={email} next={next} />
        </div>
      </form>
      {instance?.registration_open === false ? null : (
        <EntryFooter>
          New here?{' '}
          <Link href="/signup" className={textLink}>
            Create an account
          </Link>
        </EntryFooter>
      )}
    </div>
  );
}
