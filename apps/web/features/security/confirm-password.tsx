'use client';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { useAttempt } from '@/features/auth/use-entry.ts';
import { errorText } from '@/lib/api.ts';

/** Asks for the password before something that protects the account is changed. */
export function ConfirmPassword({ action, danger, act }: { action: string; danger?: boolean; act: (password: string) => Promise<void> }) {
  const { busy, failure, byField, attempt } = useAttempt();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    void attempt(() => act(password));
  };
  return (
    <form onSubmit={send} noValidate className="grid gap-4">
      <Field
        label="Your password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        disabled={busy}
        error={byField.password}
      />
      {failure && !byField.password ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      <Button type="submit" look={danger ? 'danger' : 'primary'} disabled={busy}>
        {action}
      </Button>
    </form>
  );
}
