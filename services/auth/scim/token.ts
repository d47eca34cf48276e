import { ssoProviders } from '@autograph/database';
import { and, eq } from '@autograph/database/query.ts';
import { hashOfSecret } from '@autograph/service-kit';
import type { FastifyRequest } from 'fastify';
import { recordRefusal } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import type { ProviderRow } from '../sso/provider.ts';
import { ScimError } from './scim-error.ts';

/** What the bearer tokens of identity providers begin with. */
export const scimTokenPrefix = 'agscim_';

/** The provider whose token a request carries, while it is switched on. Throws ScimError. */
export async function callingProvider(kit: AuthKit, request: FastifyRequest): Promise<ProviderRow> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const [row] = token.startsWith(scimTokenPrefix)
    ? await kit.db
        .update(ssoProviders)
        .set({ scimLastUsedAt: new Date(), updatedAt: ssoProviders.updatedAt })
        .where(and(eq(ssoProviders.scimTokenHash, hashOfSecret(token)), eq(ssoProviders.enabled, true)))
        .returning()
    : [];
  if (!row) {
    await recordRefusal(kit, request, { action: 'scim.refused' });
    throw new ScimError(401, 'The SCIM token is missing, was replaced or taken back by an administrator, or its provider is switched off.');
  }
  return row;
}
