'use client';
import type { Diagram } from '@autograph/contracts/diagrams.ts';
import type { SharePermission } from '@autograph/contracts/shares.ts';
import { Link2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Avatar } from '@/components/ui/avatar.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Select } from '@/components/ui/select.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { errorText } from '@/lib/api.ts';
import { SharedPerson } from './shared-person.tsx';
import { TeamAccess } from './team-access.tsx';
import { useShares } from './use-shares.ts';

const permissions: readonly { value: SharePermission; label: string }[] = [
  { value: 'view', label: 'Can view' },
  { value: 'edit', label: 'Can edit' },
];

/** Who may see and change a file. */
export function ShareDialog({ file, open, onOpenChange }: { file: Diagram; open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={`Share “${file.title}”`}>
      <Sharing file={file} />
    </Dialog>
  );
}

function Sharing({ file }: { file: Diagram }) {
  const { shares, error, add, change, remove } = useShares(file.id);
  const [email, setEmail] = useState('');
  const [permission, setPermission] = useState<SharePermission>('edit');
  const invite = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ email: email.trim(), permission }, { onSuccess: () => setEmail('') });
  };
  const copyLink = async () => {
    await navigator.clipboard.writeText(`${location.origin}/f/${file.id}`);
    toast('Link copied', { description: 'It opens for the people below.' });
  };
  return (
    <div className="grid gap-5">
      <form onSubmit={invite} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_8rem_auto]">
        <div className="col-span-2 sm:col-span-1">
          <Field
            label="E-mail"
            type="email"
            required
            placeholder="grace@example.com"
            value={email}
            error={add.error ? errorText(add.error) : undefined}
            onChange={(event) => {
              setEmail(event.target.value);
              add.reset();
            }}
          />
        </div>
        <Select label="Permission" value={permission} options={permissions} onChange={setPermission} className="h-10 sm:mt-6.5" />
        <Button type="submit" look="primary" disabled={add.isPending || email.trim() === ''} className="h-10 sm:mt-6.5">
          Share
        </Button>
      </form>
      <ul aria-label="People with access" className="-mx-2 grid">
        <li className="flex h-12 items-center gap-3 px-2">
          <Avatar name={file.owner.name} />
          <span className="min-w-0 flex-1 truncate font-medium">{file.owner.name}</span>
          <span className="px-2 text-ink-faint">Owner</span>
        </li>
        {shares?.map((share) => (
          <SharedPerson
            key={share.id}
            share={share}
            onChange={(next) => change.mutate({ id: share.id, permission: next })}
            onRemove={() => remove.mutate(share)}
          />
        ))}
        {shares || error ? null : (
          <li className="flex h-12 items-center px-2">
            <Skeleton className="h-7 w-full" />
          </li>
        )}
      </ul>
      {error ? <p role="alert">{errorText(error)}</p> : null}
      <TeamAccess fileId={file.id} />
      <footer className="flex items-center justify-between gap-4 border-line border-t pt-4">
        <p className="text-ink-faint text-sm">Only these people, and the team that it is given to, can open the file.</p>
        <Button onClick={() => void copyLink()}>
          <Link2 /> Copy link
        </Button>
      </footer>
    </div>
  );
}
