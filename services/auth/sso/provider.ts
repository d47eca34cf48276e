import { CodedError, type SsoConnection, type SsoProvider } from '@autograph/contracts';
import { type Queryable, ssoProviders } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';

export type ProviderRow = typeof ssoProviders.$inferSelect;

/** A provider that speaks one protocol. */
export type Speaking<P extends SsoConnection['protocol']> = ProviderRow & {
  readonly connection: Extract<ProviderRow['connection'], { protocol: P }>;
};

/** Whether a provider speaks SAML; else it speaks OpenID Connect. */
export const speaksSaml = (row: ProviderRow): row is Speaking<'saml'> => row.connection.protocol === 'saml';
export const speaksOidc = (row: ProviderRow): row is Speaking<'oidc'> => row.connection.protocol === 'oidc';

/** What an identity provider is told of this instance. Each provider has addresses of its own, so that no answer is taken for another's. */
export function serviceOf(publicUrl: string, id: string) {
  const base = `${publicUrl.replace(/\/+$/, '')}/api`;
  return {
    entity_id: `${base}/auth/sso/${id}/metadata`,
    acs_url: `${base}/auth/sso/${id}/acs`,
    slo_url: `${base}/auth/sso/${id}/slo`,
    redirect_uri: `${base}/auth/sso/${id}/callback`,
    post_logout_redirect_uri: `${publicUrl.replace(/\/+$/, '')}/signin`,
    scim_url: `${base}/scim/v2`,
  };
}

/** A provider by its id. Throws `not_found`. */
export async function providerOf(db: Queryable, id: string): Promise<ProviderRow> {
  const [row] = await db.select().from(ssoProviders).where(eq(ssoProviders.id, id));
  if (!row) throw new CodedError('not_found', { message: 'There is no such identity provider.' });
  return row;
}

/** A provider through which people may sign in now. Throws `not_found`. */
export async function openProviderOf(db: Queryable, id: string): Promise<ProviderRow> {
  const row = await providerOf(db, id);
  if (!row.enabled) throw new CodedError('not_found', { message: 'This identity provider is switched off.' });
  return row;
}

const time = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A provider as admins see it. */
export const shownProvider = (row: ProviderRow, publicUrl: string): SsoProvider => ({
  id: row.id,
  preset: row.preset,
  name: row.name,
  enabled: row.enabled,
  connection:
    row.connection.protocol === 'saml'
      ? { ...row.connection, slo_url: row.connection.slo_url ?? null, sign_requests: row.connection.sign_requests ?? false }
      : { ...row.connection, end_session: row.connection.end_session ?? false },
  domains: row.domains,
  attributes: row.attributes,
  provision: row.provision,
  default_role: row.defaultRole,
  role_map: row.roleMap,
  idp_initiated: row.idpInitiated,
  has_client_secret: row.clientSecret !== null,
  service: serviceOf(publicUrl, row.id),
  scim_token_made_at: time(row.scimTokenMadeAt),
  scim_last_used_at: time(row.scimLastUsedAt),
  created_at: row.createdAt.toISOString(),
});
