import { sessionEndChannel } from '@autograph/contracts';
import { apiKeys, oauthGrants, oauthTokens } from '@autograph/database';
import { and, eq, gt, isNull } from '@autograph/database/query.ts';
import { forgetCredentials } from '@autograph/service-kit';
import type { AuthKit } from './auth-kit.ts';

/**
 * Lets what an account may do now count for its keys and apps at once: what is remembered of them is forgotten, and the boards that they
 * hold open are entered anew. Called after the change is stored.
 */
export async function renewCredentials(kit: Pick<AuthKit, 'db' | 'kv' | 'pubsub'>, userId: string): Promise<void> {
  const inForce = and(eq(oauthGrants.userId, userId), isNull(oauthTokens.revokedAt), gt(oauthTokens.expiresAt, new Date()));
  const [keys, tokens] = await Promise.all([
    kit.db
      .select({ id: apiKeys.id, hash: apiKeys.keyHash })
      .from(apiKeys)
      .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt))),
    kit.db
      .select({ id: oauthGrants.id, hash: oauthTokens.tokenHash })
      .from(oauthTokens)
      .innerJoin(oauthGrants, eq(oauthGrants.id, oauthTokens.grantId))
      .where(and(inForce, eq(oauthTokens.kind, 'access'))),
  ]);
  const all = [...keys, ...tokens];
  await forgetCredentials(
    kit.kv,
    all.map(({ hash }) => hash),
  );
  for (const id of new Set(all.map((each) => each.id))) await kit.pubsub.publish(sessionEndChannel, id);
}
