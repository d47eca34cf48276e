'use client';
import { listPasskeys, type Passkey, removePasskey, renamePasskey } from '@autograph/contracts/passkeys.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { Card, CardRow } from '@/components/ui/card.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { InlineTitle } from '@/components/ui/inline-title.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { canUsePasskeys, makePasskey } from '@/features/auth/passkeys.ts';
import { useAttempt } from '@/features/auth/use-entry.ts';
import { api, errorText } from '@/lib/api.ts';
import { relativeTime } from '@/lib/relative-time.ts';

function AddPasskey({ onDone }: { onDone: () => void }) {
  const { busy, failure, byField, attempt } = useAttempt();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name') ?? '').trim();
    void attempt(async () => {
      await makePasskey(name, String(form.get('password') ?? ''));
      onDone();
    });
  };
  return (
    <form onSubmit={send} noValidate className="grid gap-4">
      <Field
        label="Name"
        name="name"
        defaultValue="My device"
        maxLength={100}
        required
        disabled={busy}
        error={byField.name}
        hint="By which you will know it: the device, or where you keep the key."
      />
      <Field
        label="Your password"
        name="password"
        type="password"
        autoComplete="current-password"
        disabled={busy}
        error={byField.password}
        hint="Leave it empty if you sign in through your company and have none."
      />
      {failure && !byField.name && !byField.password ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      <Button type="submit" look="primary" disabled={busy}>
        {busy ? 'Follow your browser …' : 'Add passkey'}
      </Button>
    </form>
  );
}

function PasskeyRow({ passkey, onChange }: { passkey: Passkey; onChange: () => void }) {
  const [naming, setNaming] = useState(false);
  const act = (work: Promise<unknown>) =>
    work.then(onChange, (error: unknown) => {
      toast.error(errorText(error));
    });
  const rename = (name?: string) => {
    setNaming(false);
    if (name && name !== passkey.name) void act(api(renamePasskey, { params: { id: passkey.id }, body: { name } }));
  };
  const label = naming ? <InlineTitle value={passkey.name} label="Name of the passkey" onDone={rename} /> : passkey.name;
  return (
    <CardRow label={label} note={`Added ${relativeTime(Date.parse(passkey.created_at))}`}>
      <IconButton label={`Rename ${passkey.name}`} onClick={() => setNaming(true)}>
        <Pencil />
      </IconButton>
      <IconButton label={`Remove ${passkey.name}`} onClick={() => void act(api(removePasskey, { params: { id: passkey.id } }))}>
        <Trash2 />
      </IconButton>
    </CardRow>
  );
}

/** Passkeys: signing in by finger, face or a key, without a password. */
export function PasskeyCard() {
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ['passkeys'], queryFn: () => api(listPasskeys, {}) });
  const [adding, setAdding] = useState(false);
  const [able, setAble] = useState(true);
  useEffect(() => setAble(canUsePasskeys()), []);
  const reload = () => void queries.invalidateQueries({ queryKey: ['passkeys'] });
  return (
    <Card
      title="Passkeys"
      lead="Sign in by finger, face or a security key. A passkey cannot be guessed or given away, and stands for both factors."
    >
      {data === undefined ? (
        <div className="p-4">
          <Skeleton className="h-8" />
        </div>
      ) : (
        data.items.map((passkey) => <PasskeyRow key={passkey.id} passkey={passkey} onChange={reload} />)
      )}
      <CardRow
        label={<span className="text-ink-soft">{data?.items.length === 0 ? 'None yet' : 'Another device'}</span>}
        note={able ? undefined : 'This browser makes passkeys on secure pages only: open AutoGraph over https or on localhost.'}
      >
        <Button disabled={!able} onClick={() => setAdding(true)}>
          <KeyRound /> Add a passkey
        </Button>
      </CardRow>
      <Dialog open={adding} onOpenChange={setAdding} title="Add a passkey">
        <AddPasskey
          onDone={() => {
            setAdding(false);
            reload();
          }}
        />
      </Dialog>
    </Card>
  );
}
