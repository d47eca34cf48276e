'use client';
import { type ConnectedApp, disconnectApp, listConnectedApps } from '@autograph/contracts/apps.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Blocks } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Avatar } from '@/components/ui/avatar.tsx';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { SettingsList, SettingsSection } from '@/features/account/settings-section.tsx';
import { api, errorText } from '@/lib/api.ts';
import { relativeTime } from '@/lib/relative-time.ts';
import { scopeWords, widest } from './scope-words.ts';

const queryKey = ['connected-apps'];

/** The apps that a person has let in, and the way to put them out. */
export function ConnectedApps() {
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey, queryFn: () => api(listConnectedApps, {}) });
  const [leaving, setLeaving] = useState<ConnectedApp>();
  const disconnect = useMutation({
    mutationFn: ({ id }: ConnectedApp) => api(disconnectApp, { params: { id } }),
    onSuccess: (_, { app }) => {
      toast(`${app.name} is disconnected`);
      return queries.invalidateQueries({ queryKey });
    },
    onError: (failure) => toast.error(errorText(failure)),
  });
  return (
    <SettingsSection title="Connected apps" lead="Other programs that you let work with your files, and how far each may go.">
      <SettingsList
        label="Connected apps"
        items={data?.items}
        error={error}
        empty={
          <EmptyState icon={<Blocks />} title="No app is connected">
            When another program asks for access to your files, you are shown what it wants first. What you agree to is listed here.
          </EmptyState>
        }
      >
        {(item) => (
          <li key={item.id} className="flex items-center gap-3 px-4 py-3">
            <Avatar name={item.app.name} />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{item.app.name}</p>
              <p className="text-ink-faint text-sm">
                {scopeWords[widest(item.scopes)].does} · connected {relativeTime(Date.parse(item.connected_at))} ·{' '}
                {item.last_used_at ? `used ${relativeTime(Date.parse(item.last_used_at))}` : 'not used yet'}
              </p>
            </div>
            <Button onClick={() => setLeaving(item)} aria-label={`Disconnect ${item.app.name}`}>
              Disconnect
            </Button>
          </li>
        )}
      </SettingsList>
      <ConfirmDialog
        open={leaving !== undefined}
        onOpenChange={() => setLeaving(undefined)}
        title={`Disconnect ${leaving?.app.name ?? ''}?`}
        action="Disconnect"
        onConfirm={() => leaving && disconnect.mutate(leaving)}
      >
        It is refused from its next call on. To let it in again, connect it from there.
      </ConfirmDialog>
    </SettingsSection>
  );
}
