'use client';
import { deleteSsoProvider, type SsoProvider, updateSsoProvider } from '@autograph/contracts/sso.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { api, errorText } from '@/lib/api.ts';
import { ConnectionTest } from './connection-test.tsx';
import { presetGuides } from './preset-guide.ts';
import { ProviderDialog, ServiceValues } from './provider-dialog.tsx';
import { ScimAccess } from './scim-access.tsx';
import { providersQuery } from './use-providers.ts';

/** One identity provider: its switch, what it must know, its test and what else may be done. */
export function ProviderCard({ provider }: { provider: SsoProvider }) {
  const queries = useQueryClient();
  const [edits, setEdits] = useState(false);
  const [asks, setAsks] = useState(false);
  const { id, name, preset, connection, service } = provider;
  const act = (change: () => Promise<unknown>) =>
    change().then(
      () => queries.invalidateQueries(providersQuery),
      (error: unknown) => void toast.error(errorText(error)),
    );
  const protocol = connection.protocol === 'saml' ? 'SAML' : 'OpenID Connect';
  return (
    <Card title={name} lead={`${presetGuides[preset].label}, ${protocol}`}>
      <div className="border-line border-b px-4 py-3">
        <Switch
          label="People may sign in through it"
          checked={provider.enabled}
          onChange={(enabled) => void act(() => api(updateSsoProvider, { params: { id }, body: { enabled } }))}
        />
      </div>
      <div className="border-line border-b px-4 py-4">
        <ServiceValues protocol={connection.protocol} service={service} />
      </div>
      <div className="border-line border-b px-4 py-4">
        <ConnectionTest id={id} />
      </div>
      <div className="border-line border-b px-4 py-4">
        <ScimAccess provider={provider} />
      </div>
      <div className="flex flex-wrap gap-2 px-4 py-4">
        <Button onClick={() => setEdits(true)}>Change</Button>
        <Button look="danger" onClick={() => setAsks(true)}>
          Disconnect
        </Button>
      </div>
      <ProviderDialog provider={provider} fresh={{ id, service }} open={edits} onOpenChange={setEdits} />
      <Dialog
        open={asks}
        onOpenChange={setAsks}
        title={`Disconnect ${name}?`}
        description="Its accounts stay, but nobody can sign in through it any more. People who have no password ask for one by mail."
      >
        <div className="flex gap-2">
          <Button look="danger" onClick={() => void act(() => api(deleteSsoProvider, { params: { id } }))}>
            Disconnect
          </Button>
          <Button look="quiet" onClick={() => setAsks(false)}>
            Keep it
          </Button>
        </div>
      </Dialog>
    </Card>
  );
}
