'use client';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { errorText } from '@/lib/api.ts';
import { useAttempt } from './use-entry.ts';

/** Asks for an e-mail address to which something is sent; the children say so afterwards. */
export function AddressForm({
  action,
  send,
  children,
}: {
  action: string;
  send: (email: string) => Promise<unknown>;
  children: ReactNode;
}) {
  const { busy, failure, byField, attempt } = useAttempt();
  const [sent, setSent] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email') ?? '');
    void attempt(async () => {
      await send(email);
      setSent(true);
    });
  };
  if (sent) return <Notice>{children}</Notice>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="E-mail" name="email" type="email" autoComplete="email" required disabled={busy} error={byField.email} />
      {failure && !byField.email ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      <Button type="submit" look="primary" size="lg" disabled={busy}>
        {busy ? 'One moment …' : action}
      </Button>
    </form>
  );
}
