import type { RouteInput } from '@autograph/contracts';
import type { createSsoProvider, RoleMapping, SamlConnection, SsoAttributes, SsoPreset, SsoProvider } from '@autograph/contracts/sso.ts';
import { presetGuides } from './preset-guide.ts';

/** A row that is told from others while it is typed. */
export interface DraftMapping extends RoleMapping {
  readonly key: number;
}

let rows = 0;

export function draftMapping(mapping: RoleMapping): DraftMapping {
  rows += 1;
  return { ...mapping, key: rows };
}

/** What is filled in while a provider is connected or changed. */
export interface Draft {
  readonly preset: SsoPreset;
  readonly protocol: 'saml' | 'oidc';
  readonly name: string;
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly certificates: string;
  /** Empty where sign-outs concern this instance alone. */
  readonly sloUrl: string;
  readonly signRequests: boolean;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  /** Signing out here signs out at the provider as well. */
  readonly endSession: boolean;
  readonly domains: string;
  /** Names of attributes or claims; of a new provider an empty one is as its preset has it. */
  readonly attributes: SsoAttributes;
  readonly provision: boolean;
  readonly idpInitiated: boolean | undefined;
  readonly defaultRole: SsoProvider['default_role'];
  readonly roleMap: readonly DraftMapping[];
}

export const emptyDraft = (preset: SsoPreset): Draft => ({
  preset,
  protocol: 'saml',
  name: preset === 'custom' ? '' : presetGuides[preset].label,
  entityId: '',
  ssoUrl: '',
  certificates: '',
  sloUrl: '',
  signRequests: false,
  issuer: '',
  clientId: '',
  clientSecret: '',
  scopes: 'openid email profile',
  endSession: true,
  domains: '',
  attributes: { email: '', name: '', first_name: '', last_name: '', groups: '' },
  provision: true,
  idpInitiated: undefined,
  defaultRole: 'viewer',
  roleMap: [],
});

const marked = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`;

/** Several certificates stand one below the other. */
export const certificateText = (certificates: readonly string[]): string =>
  certificates.map((text) => (text.includes('-----') ? text : marked(text))).join('\n');

/** What a connection of SAML fills in. */
export const samlDraft = (connection: SamlConnection) => ({
  entityId: connection.entity_id,
  ssoUrl: connection.sso_url,
  certificates: certificateText(connection.certificates),
  sloUrl: connection.slo_url ?? '',
  signRequests: connection.sign_requests,
});

export function draftOf(provider: SsoProvider): Draft {
  const { connection } = provider;
  return {
    ...emptyDraft(provider.preset),
    protocol: connection.protocol,
    name: provider.name,
    ...(connection.protocol === 'saml'
      ? samlDraft(connection)
      : { issuer: connection.issuer, clientId: connection.client_id, scopes: connection.scopes, endSession: connection.end_session }),
    domains: provider.domains.join(', '),
    attributes: provider.attributes,
    provision: provider.provision,
    idpInitiated: provider.idp_initiated,
    defaultRole: provider.default_role,
    roleMap: provider.role_map.map(draftMapping),
  };
}

function certificatesIn(text: string): string[] {
  const marks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g);
  return marks ?? [text.trim()].filter(Boolean);
}

const connectionOf = (draft: Draft) =>
  draft.protocol === 'saml'
    ? {
        protocol: 'saml' as const,
        entity_id: draft.entityId,
        sso_url: draft.ssoUrl,
        certificates: certificatesIn(draft.certificates),
        slo_url: draft.sloUrl.trim() === '' ? null : draft.sloUrl,
        sign_requests: draft.signRequests,
      }
    : {
        protocol: 'oidc' as const,
        issuer: draft.issuer,
        client_id: draft.clientId,
        scopes: draft.scopes,
        end_session: draft.endSession,
      };

type CreateBody = RouteInput<typeof createSsoProvider>['body'];

/** What is sent; a secret that was not typed stays as it is. Attributes of a provider that is there may be emptied, of a new one they are as its preset has them. */
export function bodyOf(draft: Draft, isNew: boolean): Omit<CreateBody, 'preset' | 'id'> {
  const named = Object.entries(draft.attributes).filter(([, name]) => !isNew || name.trim() !== '');
  return {
    name: draft.name,
    connection: connectionOf(draft),
    attributes: Object.fromEntries(named),
    domains: draft.domains.split(/[\s,;]+/).filter(Boolean),
    provision: draft.provision,
    default_role: draft.defaultRole,
    role_map: draft.roleMap.filter(({ group }) => group.trim() !== '').map(({ group, role }) => ({ group, role })),
    ...(draft.idpInitiated === undefined ? {} : { idp_initiated: draft.idpInitiated }),
    ...(draft.clientSecret === '' ? {} : { client_secret: draft.clientSecret }),
  };
}
