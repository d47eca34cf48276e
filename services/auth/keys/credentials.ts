import { CodedError, type Identity, resolveCredential } from '@autograph/contracts';
import { apiKeys, oauthGrants, oauthTokens, users } from '@autograph/database';
import { and, eq } from '@autograph/database/query.ts';
import { implement, includesScope } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { isClosed } from '../account.ts';
import type { AuthKit } from '../auth-kit.ts';

/** A credential in force: whom it stands for, and until when. */
interface Resolved {
  readonly identity: Identity;
  readonly expiresAt: Date | null;
}

type Account = Pick<typeof users.$inferSelect, 'id' | 'name' | 'email' | 'role' | 'banned' | 'deletedAt'>;

/** The person behind a credential, as they are now. Throws `invalid_token` when their account is closed. */
function personOf(account: Account): Pick<Identity, 'user_id' | 'name' | 'email' | 'role'> {
  if (isClosed(account)) throw new CodedError('invalid_token', { message: 'This account is closed.' });
  const { id, name, email, role } = account;
  return { user_id: id, name, email, role };
}

async function resolveApiKey(kit: AuthKit, hash: string, now: Date): Promise<Resolved> {
  const [row] = await kit.db
    .select({ key: apiKeys, account: users })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(eq(apiKeys.keyHash, hash));
  if (!row) throw new CodedError('invalid_token', { message: 'There is no such API key.' });
  const { id, scopes, expiresAt, revokedAt } = row.key;
  if (revokedAt !== null) throw new CodedError('key_revoked');
  if (expiresAt !== null && expiresAt <= now) throw new CodedError('key_expired');
  const identity: Identity = { ...personOf(row.account), session_id: id, via: 'api_key', scopes };
  await kit.db.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, id));
  return { identity, expiresAt };
}

async function resolveAppToken(kit: AuthKit, hash: string, now: Date): Promise<Resolved> {
  const [row] = await kit.db
    .select({ token: oauthTokens, grant: oauthGrants, account: users })
    .from(oauthTokens)
    .innerJoin(oauthGrants, eq(oauthGrants.id, oauthTokens.grantId))
    .innerJoin(users, eq(users.id, oauthGrants.userId))
    .where(and(eq(oauthTokens.tokenHash, hash), eq(oauthTokens.kind, 'access')));
  if (!row) throw new CodedError('invalid_token', { message: 'There is no such token.' });
  const { token, grant, account } = row;
  if (token.revokedAt !== null || grant.revokedAt !== null) throw new CodedError('token_revoked');
  if (token.expiresAt <= now) throw new CodedError('token_expired');
  const scopes = token.scopes.filter((scope) => includesScope(grant.scopes, scope));
  const identity: Identity = { ...personOf(account), session_id: grant.id, via: 'app', scopes };
  await kit.db.update(oauthGrants).set({ lastUsedAt: now }).where(eq(oauthGrants.id, grant.id));
  return { identity, expiresAt: token.expiresAt };
}

const resolvers = { api_key: resolveApiKey, app: resolveAppToken } as const;

export function serveCredentials(app: FastifyInstance, kit: AuthKit): void {
  implement(app, resolveCredential, async ({ body }) => {
    const { identity, expiresAt } = await resolvers[body.kind](kit, body.hash, new Date());
    return { identity, expires_at: expiresAt?.toISOString() ?? null };
  });
}
