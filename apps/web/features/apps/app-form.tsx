'use client';
import type { App } from '@autograph/contracts/apps.ts';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { inputClass } from '@/components/ui/input.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { errorText, fieldErrors } from '@/lib/api.ts';
import { cn } from '@/lib/cn.ts';
import type { AppDraft } from './use-apps.ts';

/** What an app is called and where it may be answered. */
export function AppForm({
  app,
  error,
  busy,
  onSubmit,
}: {
  app: App | undefined;
  error: unknown;
  busy: boolean;
  onSubmit: (draft: AppDraft) => void;
}) {
  const id = useId();
  const [name, setName] = useState(app?.name ?? '');
  const [homepage, setHomepage] = useState(app?.homepage ?? '');
  const [addresses, setAddresses] = useState(app?.redirect_uris.join('\n') ?? '');
  const [confidential, setConfidential] = useState(app?.confidential ?? false);
  const byField = fieldErrors(error);
  const shownByField = Object.keys(byField).length > 0;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const redirect_uris = addresses.split(/\s+/).filter(Boolean);
    onSubmit({ name, homepage: homepage.trim() === '' ? null : homepage.trim(), redirect_uris, confidential });
  };
  // An address that is refused is named by its place in the list.
  const addressError = byField.redirect_uris ?? Object.entries(byField).find(([field]) => /^\d+$/.test(field))?.[1];
  return (
    <form onSubmit={send} noValidate className="grid gap-5">
      <Field label="Name" value={name} maxLength={80} error={byField.name} onChange={(event) => setName(event.target.value)} />
      <Field
        label="Home page (optional)"
        type="url"
        value={homepage}
        placeholder="https://example.com"
        error={byField.homepage}
        onChange={(event) => setHomepage(event.target.value)}
      />
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-medium text-sm">
          Redirect addresses
        </label>
        <textarea
          id={id}
          rows={3}
          spellCheck={false}
          value={addresses}
          placeholder="https://example.com/callback"
          aria-invalid={addressError ? true : undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => setAddresses(event.target.value)}
          className={cn(inputClass, 'h-auto px-3 py-2 font-mono')}
        />
        <p id={`${id}-note`} className={addressError ? 'text-danger text-sm' : 'text-ink-faint text-sm'}>
          {addressError ?? 'One a line. They are compared exactly, character by character.'}
        </p>
      </div>
      {app ? null : (
        <div className="grid gap-1">
          <Switch label="It runs on a server and keeps a secret" checked={confidential} onChange={setConfidential} />
          <p className="text-ink-faint text-sm">Leave it off for apps on people’s own machines and in browsers.</p>
        </div>
      )}
      {error && !shownByField ? (
        <p role="alert" className="text-danger">
          {errorText(error)}
        </p>
      ) : null}
      <Button type="submit" look="primary" className="justify-self-end" disabled={busy || name.trim() === '' || addresses.trim() === ''}>
        {app ? 'Save' : 'Register app'}
      </Button>
    </form>
  );
}
