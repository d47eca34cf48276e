import { type ApiKey, CodedError, createApiKey, credentialPrefixes, listApiKeys, revokeApiKey, type Scope } from '@autograph/contracts';
import { apiKeys } from '@autograph/database';
import { and, desc, eq, isNull } from '@autograph/database/query.ts';
import { can, closeSession, implement, refuseCredentials } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { newSecret } from './secret.ts';

/** Characters of a key that stay readable in lists. */
const shownCharacters = 11;

const time = (at: Date | null): string | null => at?.toISOString() ?? null;

const keyOf = (row: typeof apiKeys.$inferSelect): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scope: row.scopes[0] ?? 'read',
  created_at: row.createdAt.toISOString(),
  last_used_at: time(row.lastUsedAt),
  expires_at: time(row.expiresAt),
  revoked_at: time(row.revokedAt),
});

const wide: Scope = 'admin';

export function serveApiKeys(app: FastifyInstance, kit: AuthKit): void {
  implement(app, listApiKeys, async ({ identity }) => {
    const rows = await kit.db
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.userId, identity.user_id))
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
    return { items: rows.map(keyOf) };
  });

  implement(app, createApiKey, async ({ body, identity, request }) => {
    const { name, scope, expires_in_days } = body;
    if (scope === wide && !can(identity, 'users.manage'))
      throw new CodedError('forbidden', { message: 'Only admins of this instance can make keys with the scope admin.' });
    const { secret, hash } = newSecret(credentialPrefixes.api_key);
    const [row] = await kit.db
      .insert(apiKeys)
      .values({
        userId: identity.user_id,
        name,
        scopes: [scope],
        prefix: secret.slice(0, shownCharacters),
        keyHash: hash,
        expiresAt: expires_in_days === null ? null : new Date(Date.now() + expires_in_days * 86_400_000),
      })
      .returning();
    if (!row) throw new CodedError('internal');
    const resource = { type: 'api_key', id: row.id } as const;
    await recordEvent(kit.db, request, {
      action: 'key.created',
      result: 'success',
      userId: identity.user_id,
      resource,
      details: { name, scope },
    });
    return { key: keyOf(row), secret };
  });

  implement(app, revokeApiKey, async ({ params, identity, request }) => {
    const mine = and(eq(apiKeys.id, params.id), eq(apiKeys.userId, identity.user_id));
    await kit.db
      .update(apiKeys)
      .set({ revokedAt: new Date() })
      .where(and(mine, isNull(apiKeys.revokedAt)));
    const [row] = await kit.db.select().from(apiKeys).where(mine);
    if (!row) throw new CodedError('not_found', { message: 'You have no such key.' });
    await refuseCredentials(kit.kv, [row.keyHash], 'key_revoked');
    await closeSession(kit, row.id);
    const resource = { type: 'api_key', id: row.id } as const;
    await recordEvent(kit.db, request, {
      action: 'key.revoked',
      result: 'success',
      userId: identity.user_id,
      resource,
      details: { name: row.name },
    });
    return { key: keyOf(row) };
  });
}
