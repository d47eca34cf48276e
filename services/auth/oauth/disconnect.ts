import { oauthCodes, oauthGrants } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { closeSession } from '@autograph/service-kit';
import type { AuthKit } from '../auth-kit.ts';
import { withdrawTokens } from './store.ts';

/** Takes an app's access to one person's files away: codes and tokens end, open sockets are closed. */
export async function disconnect(kit: AuthKit, grantId: string, now: Date): Promise<void> {
  await kit.db.update(oauthGrants).set({ revokedAt: now }).where(eq(oauthGrants.id, grantId));
  await kit.db.delete(oauthCodes).where(eq(oauthCodes.grantId, grantId));
  await withdrawTokens(kit, { grantId }, now);
  await closeSession(kit, grantId);
}
