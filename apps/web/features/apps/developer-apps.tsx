'use client';
import type { App } from '@autograph/contracts/apps.ts';
import { Ellipsis, Plus, SquareCode } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar.tsx';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { CopyValue } from '@/components/ui/copy-value.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu.tsx';
import { SettingsList, SettingsSection } from '@/features/account/settings-section.tsx';
import { useSession } from '@/features/auth/use-session.ts';
import { AppForm } from './app-form.tsx';
import { useApps } from './use-apps.ts';

interface Shown {
  readonly name: string;
  readonly id: string;
  readonly secret: string | null;
}

const peopleText = (count: number) => (count === 0 ? 'nobody has connected it' : count === 1 ? 'one person' : `${count} people`);

/** Registering apps for OAuth: what a developer needs to know and to keep. */
export function DeveloperApps() {
  const { apps, error, register, update, renewSecret, remove } = useApps();
  const { user } = useSession();
  const [editing, setEditing] = useState<App | 'new'>();
  const [shown, setShown] = useState<Shown>();
  const [removing, setRemoving] = useState<App>();
  const [renewing, setRenewing] = useState<App>();
  const close = () => {
    setEditing(undefined);
    register.reset();
    update.reset();
  };
  const add = (
    <Button look="primary" onClick={() => setEditing('new')}>
      <Plus /> Register app
    </Button>
  );
  return (
    <SettingsSection
      title="Developer apps"
      action={apps?.length ? add : null}
      lead="Programs of yours that ask other people for access to their files, by OAuth 2.1. Your own scripts need no app: an API key will do."
    >
      <SettingsList
        label="Developer apps"
        items={apps}
        error={error}
        empty={
          <EmptyState icon={<SquareCode />} title="No apps yet" action={add}>
            Register one to get its client id: people see its name when they are asked to let it in.
          </EmptyState>
        }
      >
        {(item) => (
          <li key={item.id} className="flex items-center gap-3 px-4 py-3">
            <Avatar name={item.name} />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{item.name}</p>
              <p className="truncate text-ink-faint text-sm">
                {peopleText(item.people)}
                {item.owner.id === user?.id ? '' : ` · of ${item.owner.name}`} · <code className="font-mono text-xs">{item.id}</code>
              </p>
            </div>
            <Menu>
              <MenuTrigger asChild>
                <IconButton label={`Actions for ${item.name}`}>
                  <Ellipsis />
                </IconButton>
              </MenuTrigger>
              <MenuContent align="end">
                <MenuItem onSelect={() => setEditing(item)}>Edit</MenuItem>
                <MenuItem onSelect={() => setShown({ name: item.name, id: item.id, secret: null })}>Show client id</MenuItem>
                {item.confidential ? <MenuItem onSelect={() => setRenewing(item)}>New client secret</MenuItem> : null}
                <MenuSeparator />
                <MenuItem danger onSelect={() => setRemoving(item)}>
                  Remove
                </MenuItem>
              </MenuContent>
            </Menu>
          </li>
        )}
      </SettingsList>
      <Dialog open={editing !== undefined} onOpenChange={close} title={editing === 'new' ? 'Register an app' : 'Edit app'}>
        <AppForm
          app={editing === 'new' ? undefined : editing}
          error={register.error ?? update.error}
          busy={register.isPending || update.isPending}
          onSubmit={(draft) => {
            if (editing === 'new' || editing === undefined)
              register.mutate(draft, {
                onSuccess: ({ app, client_secret }) => {
                  close();
                  setShown({ name: app.name, id: app.id, secret: client_secret });
                },
              });
            else update.mutate({ id: editing.id, draft }, { onSuccess: close });
          }}
        />
      </Dialog>
      <Dialog
        open={shown !== undefined}
        onOpenChange={() => setShown(undefined)}
        title={shown?.name ?? ''}
        {...(shown?.secret ? { description: 'Copy the secret now: it is not shown again.' } : {})}
      >
        <div className="grid gap-4">
          <CopyValue label="client id" value={shown?.id ?? ''} />
          {shown?.secret ? <CopyValue label="client secret" value={shown.secret} /> : null}
          <p className="text-ink-faint text-sm">
            Send people to <code className="font-mono">/oauth/authorize</code>; all addresses stand in{' '}
            <code className="break-all font-mono">/.well-known/oauth-authorization-server</code>.
          </p>
        </div>
      </Dialog>
      <ConfirmDialog
        open={renewing !== undefined}
        onOpenChange={() => setRenewing(undefined)}
        title={`A new secret for ${renewing?.name ?? ''}?`}
        action="Make new secret"
        onConfirm={() =>
          renewing &&
          renewSecret.mutate(renewing, {
            onSuccess: ({ client_secret }) => setShown({ name: renewing.name, id: renewing.id, secret: client_secret }),
          })
        }
      >
        The one that the app has now stops working at once.
      </ConfirmDialog>
      <ConfirmDialog
        open={removing !== undefined}
        onOpenChange={() => setRemoving(undefined)}
        title={`Remove ${removing?.name ?? ''}?`}
        action="Remove app"
        onConfirm={() => removing && remove.mutate(removing)}
      >
        Everyone who has connected it is disconnected, and its client id is gone for good.
      </ConfirmDialog>
    </SettingsSection>
  );
}
