'use client';
import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { AdminPage } from '@/features/admin/admin-page.tsx';
import { errorText } from '@/lib/api.ts';
import { ProviderCard } from './provider-card.tsx';
import { ProviderDialog } from './provider-dialog.tsx';
import { providersQuery } from './use-providers.ts';

function List() {
  const { data, error } = useQuery(providersQuery);
  const [adds, setAdds] = useState(false);
  if (error) return <Notice look="danger">{errorText(error)}</Notice>;
  if (!data) return <Skeleton className="h-40" />;
  return (
    <>
      {data.items.length === 0 ? (
        <EmptyState icon={<KeyRound />} title="Nobody signs in through another system yet">
          Connect Microsoft Entra ID, Okta, OneLogin or any provider of SAML or OpenID Connect: people then sign in with the account that
          they have at work.
        </EmptyState>
      ) : null}
      {data.items.map((provider) => (
        <ProviderCard key={provider.id} provider={provider} />
      ))}
      <Button look="primary" onClick={() => setAdds(true)}>
        <Plus /> Connect a provider
      </Button>
      <ProviderDialog fresh={data.fresh} open={adds} onOpenChange={setAdds} />
    </>
  );
}

/** Through which identity providers people sign in. */
export function SsoSettings() {
  return (
    <AdminPage title="Administration" lead="Through which identity providers people sign in.">
      <List />
    </AdminPage>
  );
}
