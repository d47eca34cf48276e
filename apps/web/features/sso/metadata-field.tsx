'use client';
import { readSsoMetadata, type SamlConnection } from '@autograph/contracts/sso.ts';
import { FileUp } from 'lucide-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field } from '@/components/ui/field.tsx';
import { useAttempt } from '@/features/auth/use-entry.ts';
import { api, errorText } from '@/lib/api.ts';

/** Fills the fields of a SAML provider from its metadata: an address, or a file. */
export function MetadataField({ onRead }: { onRead: (connection: SamlConnection) => void }) {
  const [url, setUrl] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const { busy, failure, attempt } = useAttempt();
  const read = (body: { url: string } | { xml: string }) => attempt(async () => onRead(await api(readSsoMetadata, { body })));
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const [picked] = event.target.files ?? [];
    event.target.value = '';
    if (picked) await read({ xml: await picked.text() });
  };
  return (
    <div className="grid gap-2">
      <Field
        label="Metadata address"
        type="url"
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        placeholder="https://"
        disabled={busy}
        error={failure ? errorText(failure) : undefined}
        hint="Fills in the fields below."
      />
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy || url === ''} onClick={() => void read({ url })}>
          {busy ? 'One moment …' : 'Read metadata'}
        </Button>
        <Button look="quiet" disabled={busy} onClick={() => file.current?.click()}>
          <FileUp /> From a file
        </Button>
        <input ref={file} type="file" accept=".xml,text/xml,application/xml" hidden onChange={(event) => void pick(event)} />
      </div>
    </div>
  );
}
