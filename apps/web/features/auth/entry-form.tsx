'use client';
import type { Session } from '@autograph/contracts/auth.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { errorText, fieldErrors } from '@/lib/api.ts';
import { safeNext } from './safe-next.ts';
import { markSignedIn } from './signed-in-mark.ts';

export interface EntryField {
  readonly name: 'name' | 'email' | 'password';
  readonly label: string;
  readonly autoComplete: string;
  readonly hint?: string;
}

const inputTypes = { name: 'text', email: 'email', password: 'password' } as const;

/** The form of signing in and up: sends what was typed, shows what the server says about each field. */
export function EntryForm({
  title,
  lead,
  fields,
  action,
  submit,
  footer,
}: {
  title: string;
  lead: string;
  fields: readonly EntryField[];
  action: string;
  submit: (values: { name: string; email: string; password: string }) => Promise<Session>;
  footer?: ReactNode;
}) {
  const router = useRouter();
  const queries = useQueryClient();
  const next = safeNext(useSearchParams().get('next'));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const byField = fieldErrors(failure);
  const shownByField = fields.some(({ name }) => byField[name]);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string) => String(form.get(name) ?? '');
    setBusy(true);
    setFailure(undefined);
    try {
      const { user } = await submit({ name: value('name'), email: value('email'), password: value('password') });
      markSignedIn(true);
      queries.setQueryData(['me'], { user });
      router.replace(next);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <form onSubmit={send} noValidate className="grid gap-6">
      <header>
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        <p className="mt-1 text-base text-ink-soft">{lead}</p>
      </header>
      <div className="grid gap-4">
        {fields.map((field) => (
          <Field key={field.name} type={inputTypes[field.name]} required disabled={busy} error={byField[field.name]} {...field} />
        ))}
      </div>
      {failure && !shownByField ? (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          {errorText(failure)}
        </p>
      ) : null}
      <Button type="submit" look="primary" size="lg" disabled={busy}>
        {busy ? 'One moment …' : action}
      </Button>
      {footer ? <p className="text-center text-ink-soft">{footer}</p> : null}
    </form>
  );
}
