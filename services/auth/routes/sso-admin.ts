import { randomUUID } from 'node:crypto';
import {
  type AuditEvent,
  CodedError,
  createScimToken,
  createSsoProvider,
  deleteScimToken,
  deleteSsoProvider,
  type Identity,
  listSsoProviders,
  readSsoMetadata,
  type SsoConnection,
  testSsoProvider,
  updateSsoProvider,
} from '@autograph/contracts';
import { accounts, ssoProviders } from '@autograph/database';
import { asc, eq } from '@autograph/database/query.ts';
import { implement, requireAdmin } from '@autograph/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { newSecret } from '../keys/secret.ts';
import { scimTokenPrefix } from '../scim/token.ts';
import { linkName } from '../sso/account-of.ts';
import { readCertificate } from '../sso/certificate.ts';
import { checkProvider } from '../sso/check-provider.ts';
import { fetchText } from '../sso/fetch-text.ts';
import { sealClientSecret } from '../sso/oidc.ts';
import { oidcAttributes, presets } from '../sso/presets.ts';
import { type ProviderRow, providerOf, serviceOf, shownProvider } from '../sso/provider.ts';
import { SsoRefusal } from '../sso/refusal.ts';
import { readMetadata } from '../sso/saml-metadata.ts';

/** A connection with its certificates as they are stored. Throws `validation_failed` for one that cannot be read. */
function normal(connection: SsoConnection): SsoConnection {
  if (connection.protocol !== 'saml') return connection;
  const certificates = connection.certificates.map((text, index) => {
    const read = readCertificate(text);
    if (read) return read.body;
    const message = 'This is no X.509 certificate in PEM or base64.';
    throw new CodedError('validation_failed', { details: [{ path: `body.connection.certificates.${index}`, message }] });
  });
  return { ...connection, certificates };
}

async function metadataAt(address: string): Promise<string> {
  const refused = (message: string) => new CodedError('validation_failed', { details: [{ path: 'body.url', message: `${message}.` }] });
  const answer = await fetchText(address).catch((error: unknown) => {
    throw error instanceof SsoRefusal ? refused(error.message) : error;
  });
  if (!answer.ok) throw refused(`The address answered ${answer.status}`);
  return answer.text;
}

function serveProviders(app: FastifyInstance, kit: AuthKit): void {
  const shown = (row: ProviderRow) => shownProvider(row, kit.config.PUBLIC_URL);
  const note = (request: FastifyRequest, identity: Identity, action: AuditEvent, { id, name }: ProviderRow) =>
    recordEvent(kit.db, request, {
      action,
      result: 'success',
      userId: identity.user_id,
      resource: { type: 'sso_provider', id },
      details: { name },
    });

  implement(app, listSsoProviders, async ({ identity }) => {
    requireAdmin(identity, 'system.view');
    const rows = await kit.db.select().from(ssoProviders).orderBy(asc(ssoProviders.name), asc(ssoProviders.id));
    const id = randomUUID();
    return { items: rows.map(shown), fresh: { id, service: serviceOf(kit.config.PUBLIC_URL, id) } };
  });

  implement(app, createSsoProvider, async ({ body, identity, request }) => {
    requireAdmin(identity, 'system.manage');
    const id = body.id ?? randomUUID();
    const connection = normal(body.connection);
    const preset = presets[body.preset];
    const [row] = await kit.db
      .insert(ssoProviders)
      .values({
        id,
        preset: body.preset,
        name: body.name,
        enabled: body.enabled,
        connection,
        clientSecret: body.client_secret === undefined ? null : sealClientSecret(kit, id, body.client_secret),
        domains: body.domains,
        attributes: { ...(connection.protocol === 'oidc' ? oidcAttributes : preset.attributes), ...body.attributes },
        provision: body.provision,
        defaultRole: body.default_role,
        roleMap: body.role_map,
        idpInitiated: body.idp_initiated ?? preset.idpInitiated,
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new CodedError('validation_failed', { details: [{ path: 'body.id', message: 'This provider was added already.' }] });
    await note(request, identity, 'admin.sso_added', row);
    return shown(row);
  });

  implement(app, updateSsoProvider, async ({ params, body, identity, request }) => {
    requireAdmin(identity, 'system.manage');
    const before = await providerOf(kit.db, params.id);
    const secret = body.client_secret;
    const [row] = await kit.db
      .update(ssoProviders)
      .set({
        name: body.name,
        enabled: body.enabled,
        connection: body.connection && normal(body.connection),
        clientSecret: secret === undefined ? undefined : sealClientSecret(kit, before.id, secret),
        domains: body.domains,
        attributes: body.attributes && { ...before.attributes, ...body.attributes },
        provision: body.provision,
        defaultRole: body.default_role,
        roleMap: body.role_map,
        idpInitiated: body.idp_initiated,
        updatedAt: new Date(),
      })
      .where(eq(ssoProviders.id, before.id))
      .returning();
    if (!row) throw new CodedError('not_found');
    await note(request, identity, 'admin.sso_changed', row);
    return shown(row);
  });

  implement(app, deleteSsoProvider, async ({ params, identity, request }) => {
    requireAdmin(identity, 'system.manage');
    const row = await providerOf(kit.db, params.id);
    await kit.db.delete(accounts).where(eq(accounts.providerId, linkName(row.id)));
    await kit.db.delete(ssoProviders).where(eq(ssoProviders.id, row.id));
    await note(request, identity, 'admin.sso_removed', row);
    return { deleted: true as const };
  });

  implement(app, createScimToken, async ({ params, identity, request }) => {
    requireAdmin(identity, 'system.manage');
    const row = await providerOf(kit.db, params.id);
    const { secret, hash } = newSecret(scimTokenPrefix);
    const made = { scimTokenHash: hash, scimTokenMadeAt: new Date(), scimLastUsedAt: null };
    await kit.db.update(ssoProviders).set(made).where(eq(ssoProviders.id, row.id));
    await note(request, identity, 'admin.scim_token_made', row);
    return { token: secret };
  });

  implement(app, deleteScimToken, async ({ params, identity, request }) => {
    requireAdmin(identity, 'system.manage');
    const { id } = await providerOf(kit.db, params.id);
    const none = { scimTokenHash: null, scimTokenMadeAt: null, scimLastUsedAt: null };
    const [row] = await kit.db.update(ssoProviders).set(none).where(eq(ssoProviders.id, id)).returning();
    if (!row) throw new CodedError('not_found');
    await note(request, identity, 'admin.scim_token_removed', row);
    return shown(row);
  });
}

/** What admins do with identity providers. */
export function serveSsoAdmin(app: FastifyInstance, kit: AuthKit): void {
  serveProviders(app, kit);

  implement(app, readSsoMetadata, async ({ body, identity }) => {
    requireAdmin(identity, 'system.manage');
    return readMetadata(body.xml ?? (await metadataAt(body.url ?? '')));
  });

  implement(app, testSsoProvider, async ({ params, identity }) => {
    requireAdmin(identity, 'system.manage');
    return { checks: await checkProvider(kit, await providerOf(kit.db, params.id), new Date()) };
  });
}
