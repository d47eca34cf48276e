'use client';
import { createSsoProvider, type SsoPreset, type SsoProvider, ssoPresets, updateSsoProvider } from '@autograph/contracts/sso.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { CopyValue } from '@/components/ui/copy-value.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Select } from '@/components/ui/select.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { useAttempt } from '@/features/auth/use-entry.ts';
import { api, errorText } from '@/lib/api.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import { bodyOf, type Draft, draftOf, emptyDraft } from './draft.ts';
import { presetGuides } from './preset-guide.ts';
import { RoleMapFields, roleOptions } from './role-map-fields.tsx';
import { providersQuery } from './use-providers.ts';

const presets = ssoPresets.map((value) => ({ value, label: presetGuides[value].label }));

type Service = SsoProvider['service'];

/** What the provider must be told of this instance. */
export function ServiceValues({ protocol, service }: { protocol: Draft['protocol']; service: Service }) {
  return (
    <div className="grid gap-2 rounded-lg bg-sunken px-4 py-3">
      {protocol === 'saml' ? (
        <>
          <CopyValue label="Identifier (entity ID)" value={service.entity_id} />
          <CopyValue label="Reply URL (ACS)" value={service.acs_url} />
          <CopyValue label="Sign-out URL (SLO)" value={service.slo_url} />
        </>
      ) : (
        <>
          <CopyValue label="Redirect URI" value={service.redirect_uri} />
          <CopyValue label="Sign-out redirect URI" value={service.post_logout_redirect_uri} />
        </>
      )}
    </div>
  );
}

function PeopleFields({
  draft,
  onChange,
  errors,
}: {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  errors: Record<string, string>;
}) {
  return (
    <>
      <Field
        label="E-mail domains"
        value={draft.domains}
        onChange={(event) => onChange({ domains: event.target.value })}
        placeholder="example.com"
        error={errors.domains ?? errors['0']}
        hint="Only these sign in through it, and accounts that they have already are taken over. Left empty, all new people."
      />
      <Switch label="Make accounts at the first sign-in" checked={draft.provision} onChange={(provision) => onChange({ provision })} />
      {draft.protocol === 'saml' ? (
        <Switch
          label="Sign-ins may begin at the provider"
          checked={draft.idpInitiated ?? draft.preset !== 'custom'}
          onChange={(idpInitiated) => onChange({ idpInitiated })}
        />
      ) : null}
      <div className="flex items-center justify-between gap-2">
        <span>Role without a group</span>
        <Select
          label="Role without a group"
          value={draft.defaultRole}
          options={roleOptions}
          onChange={(defaultRole) => onChange({ defaultRole })}
          className="w-28"
        />
      </div>
      <RoleMapFields value={draft.roleMap} onChange={(roleMap) => onChange({ roleMap })} />
    </>
  );
}

function Form({
  provider,
  fresh,
  onDone,
}: {
  provider?: SsoProvider | undefined;
  fresh: { id: string; service: Service };
  onDone: () => void;
}) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => (provider ? draftOf(provider) : emptyDraft('entra')));
  const { busy, failure, byField, attempt } = useAttempt();
  const onChange = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt(async () => {
      const body = bodyOf(draft, provider === undefined);
      if (provider) await api(updateSsoProvider, { params: { id: provider.id }, body });
      else await api(createSsoProvider, { body: { id: fresh.id, preset: draft.preset, ...body } });
      await queries.invalidateQueries(providersQuery);
      toast.success(provider ? 'Saved' : `${draft.name} is connected`);
      onDone();
    });
  };
  const pick = (preset: SsoPreset) => setDraft({ ...emptyDraft(preset), protocol: draft.protocol });
  return (
    <form onSubmit={send} noValidate className="grid gap-4">
      {provider ? null : <Select label="Provider" value={draft.preset} options={presets} onChange={pick} className="h-10" />}
      <p className="text-ink-soft">{presetGuides[draft.preset].hint}</p>
      <ServiceValues protocol={draft.protocol} service={provider?.service ?? fresh.service} />
      <Field
        label="Name on the sign-in page"
        value={draft.name}
        onChange={(event) => onChange({ name: event.target.value })}
        error={byField.name}
      />
      <ConnectionFields draft={draft} onChange={onChange} errors={byField} hasSecret={provider?.has_client_secret ?? false} />
      <AttributeFields draft={draft} onChange={onChange} isNew={provider === undefined} />
      <PeopleFields draft={draft} onChange={onChange} errors={byField} />
      {failure ? <Notice look="danger">{errorText(failure)}</Notice> : null}
      <Button type="submit" look="primary" size="lg" disabled={busy}>
        {busy ? 'One moment …' : provider ? 'Save' : 'Connect'}
      </Button>
    </form>
  );
}

/** Connects an identity provider, or changes one. */
export function ProviderDialog({
  provider,
  fresh,
  open,
  onOpenChange,
}: {
  provider?: SsoProvider;
  fresh: { id: string; service: Service };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={provider ? `Change ${provider.name}` : 'Connect an identity provider'}>
      <Form provider={provider} fresh={fresh} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}
