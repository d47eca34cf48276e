'use client';
import { createScimToken, deleteScimToken, type SsoProvider } from '@autograph/contracts/sso.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { CopyValue } from '@/components/ui/copy-value.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { useAttempt } from '@/features/auth/use-entry.ts';
import { api, errorText } from '@/lib/api.ts';
import { relativeTime } from '@/lib/relative-time.ts';
import { providersQuery } from './use-providers.ts';

/** The token with which a provider keeps accounts and groups in step. */
export function ScimAccess({ provider }: { provider: SsoProvider }) {
  const queries = useQueryClient();
  const [token, setToken] = useState<string>();
  const { busy, failure, attempt } = useAttempt();
  const { id, scim_token_made_at: madeAt, scim_last_used_at: usedAt } = provider;
  const act = (change: () => Promise<string | undefined>) =>
    attempt(async () => {
      setToken(await change());
      await queries.invalidateQueries(providersQuery);
    });
  const make = () => act(async () => (await api(createScimToken, { params: { id } })).token);
  const take = () =>
    act(async () => {
      await api(deleteScimToken, { params: { id } });
      return undefined;
    });
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft">
        {madeAt
          ? `The provider manages accounts by SCIM; ${usedAt ? `last seen ${relativeTime(Date.parse(usedAt))}` : 'not seen yet'}.`
          : 'Let the provider add, change and deactivate accounts by itself (SCIM 2.0).'}
      </p>
      {token ? (
        <div className="grid gap-2 rounded-lg bg-sunken px-4 py-3">
          <CopyValue label="SCIM base URL" value={provider.service.scim_url} />
          <CopyValue label="Bearer token, shown only now" value={token} />
        </div>
      ) : null}
      {failure ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onClick={() => void make()}>
          {madeAt ? 'Replace the SCIM token' : 'Make a SCIM token'}
        </Button>
        {madeAt ? (
          <Button look="danger" disabled={busy} onClick={() => void take()}>
            Take it back
          </Button>
        ) : null}
      </div>
    </div>
  );
}
