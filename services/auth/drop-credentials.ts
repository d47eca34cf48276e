import {
  accountLinks,
  accounts,
  apiKeys,
  backupCodes,
  gitConnections,
  oauthCodes,
  oauthGrants,
  oauthTokens,
  passkeys,
  type Queryable,
  sessions,
  twoFactors,
  users,
} from '@autograph/database';
import { and, eq, inArray, isNull, notInArray } from '@autograph/database/query.ts';
import { closeSession, refuseCredentials } from '@autograph/service-kit';
import type { AuthKit } from './auth-kit.ts';

/** What was in force of what was dropped, until it is refused. */
export interface Dropped {
  readonly keyHashes: readonly string[];
  readonly tokenHashes: readonly string[];
  /** Sessions, and keys and apps, which hold sockets like sessions. */
  readonly ids: readonly string[];
}

/** Withdraws the apps that an account let in, with their codes and tokens. The tokens are refused once `refuseDropped` was called. */
export async function dropApps(db: Queryable, userId: string, now: Date): Promise<Dropped> {
  const grants = await db
    .update(oauthGrants)
    .set({ revokedAt: now })
    .where(and(eq(oauthGrants.userId, userId), isNull(oauthGrants.revokedAt)))
    .returning({ id: oauthGrants.id });
  const ids = grants.map(({ id }) => id);
  if (ids.length === 0) return { keyHashes: [], tokenHashes: [], ids };
  await db.delete(oauthCodes).where(inArray(oauthCodes.grantId, ids));
  const tokens = await db
    .update(oauthTokens)
    .set({ revokedAt: now })
    .where(and(inArray(oauthTokens.grantId, ids), isNull(oauthTokens.revokedAt)))
    .returning({ hash: oauthTokens.tokenHash });
  return { keyHashes: [], tokenHashes: tokens.map(({ hash }) => hash), ids };
}

/**
 * Takes every way in from an account, but its links to the providers that are named: password, passkeys, second factor, keys, apps,
 * mailed links and sessions; and the repositories that it is connected to, whose owner would be handed what is written there. For an address that somebody registered without proving it, once its owner comes. They are refused once
 * `refuseDropped` was called, after the transaction.
 */
export async function dropCredentials(db: Queryable, userId: string, keptLinks: readonly string[], now: Date): Promise<Dropped> {
  await db.delete(accounts).where(and(eq(accounts.userId, userId), notInArray(accounts.providerId, ['', ...keptLinks])));
  for (const table of [passkeys, twoFactors, backupCodes, accountLinks, gitConnections])
    await db.delete(table).where(eq(table.userId, userId));
  const clear = { twoFactorEnabled: false, recoveryRequestedAt: null, failedLogins: 0, lockedUntil: null };
  await db.update(users).set(clear).where(eq(users.id, userId));
  const keys = await db
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id, hash: apiKeys.keyHash });
  const apps = await dropApps(db, userId, now);
  const ended = await db.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id });
  return {
    ...apps,
    keyHashes: keys.map(({ hash }) => hash),
    ids: [...apps.ids, ...keys.map(({ id }) => id), ...ended.map(({ id }) => id)],
  };
}

/** Has what was dropped refused everywhere at once, and closes the sockets that it holds. Called after the change is stored. */
export async function refuseDropped(kit: Pick<AuthKit, 'kv' | 'pubsub'>, { keyHashes, tokenHashes, ids }: Dropped): Promise<void> {
  await refuseCredentials(kit.kv, keyHashes, 'key_revoked');
  await refuseCredentials(kit.kv, tokenHashes, 'token_revoked');
  for (const id of ids) await closeSession(kit, id, 'revoked');
}
