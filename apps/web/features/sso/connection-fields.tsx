'use client';
import { useId } from 'react';
import { Field } from '@/components/ui/field.tsx';
import { Segmented } from '@/components/ui/segmented.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { type Draft, samlDraft } from './draft.ts';
import { MetadataField } from './metadata-field.tsx';

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (changes: Partial<Draft>) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly hasSecret: boolean;
}

function Certificates({ value, onChange, error }: { value: string; onChange: (text: string) => void; error: string | undefined }) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        Signing certificate
      </label>
      <textarea
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        rows={4}
        spellCheck={false}
        placeholder="-----BEGIN CERTIFICATE-----"
        aria-invalid={error ? true : undefined}
        className="rounded-md border border-line bg-surface px-3 py-2 font-mono text-xs"
      />
      {error ? (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function SamlFields({ draft, onChange, errors }: FieldsProps) {
  return (
    <>
      <MetadataField onRead={(connection) => onChange(samlDraft(connection))} />
      <Field
        label="Entity ID of the provider"
        value={draft.entityId}
        onChange={(event) => onChange({ entityId: event.target.value })}
        error={errors.entity_id}
      />
      <Field
        label="Single sign-on URL"
        type="url"
        value={draft.ssoUrl}
        onChange={(event) => onChange({ ssoUrl: event.target.value })}
        error={errors.sso_url}
      />
      <Certificates
        value={draft.certificates}
        onChange={(certificates) => onChange({ certificates })}
        error={errors.certificates ?? errors['0']}
      />
      <Field
        label="Single logout URL"
        type="url"
        value={draft.sloUrl}
        onChange={(event) => onChange({ sloUrl: event.target.value })}
        error={errors.slo_url}
        hint="With it, signing out here signs out at the provider as well, and the other way round. May stay empty."
      />
      <Switch label="Sign requests to sign in" checked={draft.signRequests} onChange={(signRequests) => onChange({ signRequests })} />
    </>
  );
}

function OidcFields({ draft, onChange, errors, hasSecret }: FieldsProps) {
  return (
    <>
      <Field
        label="Issuer"
        type="url"
        value={draft.issuer}
        onChange={(event) => onChange({ issuer: event.target.value })}
        placeholder="https://"
        error={errors.issuer}
      />
      <Field
        label="Client ID"
        value={draft.clientId}
        onChange={(event) => onChange({ clientId: event.target.value })}
        error={errors.client_id}
      />
      <Field
        label="Client secret"
        type="password"
        autoComplete="off"
        value={draft.clientSecret}
        onChange={(event) => onChange({ clientSecret: event.target.value })}
        error={errors.client_secret}
        hint={hasSecret ? 'One is set. Leave this empty to keep it.' : 'Kept encrypted.'}
      />
      <Field label="Scopes" value={draft.scopes} onChange={(event) => onChange({ scopes: event.target.value })} error={errors.scopes} />
      <Switch label="Sign out at the provider as well" checked={draft.endSession} onChange={(endSession) => onChange({ endSession })} />
    </>
  );
}

const protocols = [
  { value: 'saml', label: 'SAML 2.0' },
  { value: 'oidc', label: 'OpenID Connect' },
] as const;

/** How the provider is reached. */
export function ConnectionFields(props: FieldsProps) {
  const { draft, onChange } = props;
  return (
    <>
      <Segmented label="Protocol" value={draft.protocol} segments={protocols} onChange={(protocol) => onChange({ protocol })} />
      {draft.protocol === 'saml' ? <SamlFields {...props} /> : <OidcFields {...props} />}
    </>
  );
}
