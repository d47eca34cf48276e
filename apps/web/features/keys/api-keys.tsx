'use client';
import type { ApiKey } from '@autograph/contracts/api-keys.ts';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { SettingsList, SettingsSection } from '@/features/account/settings-section.tsx';
import { scopeWords } from '@/features/apps/scope-words.ts';
import { cn } from '@/lib/cn.ts';
import { relativeTime } from '@/lib/relative-time.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { useApiKeys } from './use-api-keys.ts';

const day = (at: string) => new Date(at).toLocaleDateString('en', { dateStyle: 'medium' });

function stateOf({ revoked_at, expires_at }: ApiKey): { readonly text: string; readonly over: boolean } {
  if (revoked_at) return { text: `Revoked ${relativeTime(Date.parse(revoked_at))}`, over: true };
  if (expires_at && Date.parse(expires_at) <= Date.now()) return { text: `Expired on ${day(expires_at)}`, over: true };
  return { text: expires_at ? `Expires on ${day(expires_at)}` : 'Does not expire', over: false };
}

function KeyRow({ item, onRevoke }: { item: ApiKey; onRevoke: () => void }) {
  const { text, over } = stateOf(item);
  const used = item.last_used_at ? `used ${relativeTime(Date.parse(item.last_used_at))}` : 'never used';
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      <div className={cn('min-w-0 flex-1', over && 'text-ink-faint')}>
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className={cn('truncate font-medium', over && 'line-through')}>{item.name}</span>
          <code className="font-mono text-ink-faint text-xs">{item.prefix}…</code>
        </p>
        <p className="text-ink-faint text-sm">
          {scopeWords[item.scope].label} · {text} · {used}
        </p>
      </div>
      {over ? null : (
        <Button onClick={onRevoke} aria-label={`Revoke ${item.name}`}>
          Revoke
        </Button>
      )}
    </li>
  );
}

export function ApiKeys() {
  const { keys, error, create, revoke } = useApiKeys();
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<ApiKey>();
  const make = (
    <Button look="primary" onClick={() => setMaking(true)}>
      <Plus /> New key
    </Button>
  );
  return (
    <SettingsSection
      title="API keys"
      action={keys?.length ? make : null}
      lead={
        <>
          With a key, scripts call the{' '}
          <a href="/api/docs" className="text-accent underline underline-offset-2">
            API
          </a>{' '}
          as you: send it as <code className="font-mono text-sm">X-API-Key</code>. A key opens files just as your password does, so keep it
          out of code.
        </>
      }
    >
      <SettingsList
        label="API keys"
        items={keys}
        error={error}
        empty={
          <EmptyState icon={<KeyRound />} title="No keys yet" action={make}>
            Make one for each script or machine: then each can be taken back without the others noticing.
          </EmptyState>
        }
      >
        {(item) => <KeyRow key={item.id} item={item} onRevoke={() => setLeaving(item)} />}
      </SettingsList>
      <NewKeyDialog open={making} onOpenChange={setMaking} create={create} />
      <ConfirmDialog
        open={leaving !== undefined}
        onOpenChange={() => setLeaving(undefined)}
        title={`Revoke “${leaving?.name ?? ''}”?`}
        action="Revoke key"
        onConfirm={() => leaving && revoke.mutate(leaving)}
      >
        Whatever uses it is refused from the next call on. This cannot be undone; a new key can be made.
      </ConfirmDialog>
    </SettingsSection>
  );
}
