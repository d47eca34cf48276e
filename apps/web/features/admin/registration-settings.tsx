'use client';
import { getRegistration, type Registration, updateRegistration } from '@autograph/contracts/admin.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { useAttempt } from '@/features/auth/use-entry.ts';
import { api, errorText } from '@/lib/api.ts';
import { AdminPage } from './admin-page.tsx';

const query = { queryKey: ['admin-registration'], queryFn: () => api(getRegistration, {}) };

/** The error of the first domain that is none, wherever it stands in the list. */
const domainError = (failure: unknown): string | undefined => (failure ? errorText(failure) : undefined);

function Settings({ registration }: { registration: Registration }) {
  const queries = useQueryClient();
  const { busy, failure, attempt } = useAttempt();
  const [domains, setDomains] = useState(registration.allowed_domains.join(', '));
  const save = (body: Partial<Registration>) =>
    attempt(async () => {
      queries.setQueryData(query.queryKey, await api(updateRegistration, { body }));
      toast.success('Saved');
    });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void save({ allowed_domains: domains.split(/[\s,;]+/).filter(Boolean) });
  };
  return (
    <Card title="New accounts">
      <div className="border-line border-b px-4 py-3">
        <Switch label="Anybody may create an account" checked={registration.open} onChange={(open) => void save({ open })} />
      </div>
      <div className="border-line border-b px-4 py-3">
        <Switch
          label="Addresses are confirmed by mail before the first sign-in"
          checked={registration.verify_email}
          onChange={(verify_email) => void save({ verify_email })}
        />
        <p className="text-ink-faint">Without a mail server the links are in the outbox.</p>
      </div>
      <form onSubmit={send} noValidate className="grid gap-3 px-4 py-4">
        <Field
          label="Allowed e-mail domains"
          value={domains}
          onChange={(event) => setDomains(event.target.value)}
          placeholder="example.com, example.org"
          disabled={busy}
          error={domainError(failure)}
          hint="Parted by commas. With none, every address is welcome."
        />
        <Button type="submit" className="justify-self-start" disabled={busy}>
          Save domains
        </Button>
      </form>
    </Card>
  );
}

/** Who may have an account here. */
export function RegistrationSettings() {
  return (
    <AdminPage title="Administration" lead="Who may have an account here.">
      <Loaded />
    </AdminPage>
  );
}

function Loaded() {
  const { data, error } = useQuery(query);
  if (error) return <Notice look="danger">{errorText(error)}</Notice>;
  return data ? <Settings registration={data} /> : <Skeleton className="h-40" />;
}
