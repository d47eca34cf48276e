'use client';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { errorText } from '@/lib/api.ts';
import { useAttempt } from './use-entry.ts';

interface Confirmation {
  readonly action: string;
  readonly danger?: boolean;
  readonly size?: 'lg';
  readonly act: (password: string) => Promise<void>;
}

/** Asks for the password before something that protects the account is changed. */
export function ConfirmPassword({ action, danger, size, act }: Confirmation) {
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
      <Button type="submit" look={danger ? 'danger' : 'primary'} size={size} disabled={busy}>
        {action}
      </Button>
    </form>
  );
}
