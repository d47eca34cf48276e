'use client';
import type { Scope } from '@autograph/contracts/identity.ts';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { CopyValue } from '@/components/ui/copy-value.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Segmented } from '@/components/ui/segmented.tsx';
import { Select } from '@/components/ui/select.tsx';
import { scopeWords } from '@/features/apps/scope-words.ts';
import { useSession } from '@/features/auth/use-session.ts';
import { errorText, fieldErrors } from '@/lib/api.ts';
import type { useApiKeys } from './use-api-keys.ts';

const lives = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: 'never', label: 'Does not expire' },
] as const;

type Create = ReturnType<typeof useApiKeys>['create'];

/** Asks what a key is for and shows it, this once. */
export function NewKeyDialog({ open, onOpenChange, create }: { open: boolean; onOpenChange: (open: boolean) => void; create: Create }) {
  const close = () => {
    onOpenChange(false);
    create.reset();
  };
  const secret = create.data?.secret;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={secret ? 'Your new key' : 'New API key'}
      {...(secret ? { description: 'Copy it now: it is not shown again.' } : {})}
    >
      {secret ? (
        <div className="grid gap-6">
          <CopyValue label="API key" value={secret} />
          <Button look="primary" className="justify-self-end" onClick={close}>
            Done
          </Button>
        </div>
      ) : (
        <KeyForm create={create} />
      )}
    </Dialog>
  );
}

function KeyForm({ create }: { create: Create }) {
  const { user } = useSession();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('read');
  const [life, setLife] = useState<(typeof lives)[number]['value']>('90');
  const scopes: readonly Scope[] = user?.role === 'admin' ? ['read', 'write', 'admin'] : ['read', 'write'];
  const send = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name, scope, expires_in_days: life === 'never' ? null : Number(life) });
  };
  const byField = fieldErrors(create.error);
  return (
    <form onSubmit={send} noValidate className="grid gap-5">
      <Field
        label="Name"
        value={name}
        maxLength={80}
        placeholder="Nightly export"
        hint="What uses it, so that you know it again."
        error={byField.name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="grid gap-1.5">
        <span className="font-medium text-sm">Scope</span>
        <Segmented
          label="Scope"
          value={scope}
          segments={scopes.map((each) => ({ value: each, label: scopeWords[each].label }))}
          onChange={setScope}
          className="w-full"
        />
        <p className="text-ink-faint text-sm">
          {scopeWords[scope].does}
          {scope === 'read' ? '.' : ', and all that comes before.'}
        </p>
      </div>
      <div className="grid gap-1.5">
        <span className="font-medium text-sm">Lasts</span>
        <Select label="Lasts" value={life} options={lives} onChange={setLife} className="h-10 px-3" />
      </div>
      {create.error && !byField.name ? (
        <p role="alert" className="text-danger">
          {errorText(create.error)}
        </p>
      ) : null}
      <Button type="submit" look="primary" className="justify-self-end" disabled={create.isPending || name.trim() === ''}>
        Make key
      </Button>
    </form>
  );
}
