import { sessions } from '@autograph/database';
import { and, gt } from '@autograph/database/query.ts';
import { type Kit, openSession, sessionSeconds } from '@autograph/service-kit';

/**
 * Opens again the sessions that were open when the last run ended. Only for a kv that lives in this process: there they
 * went with it, while their rows stayed. Redis keeps its own.
 */
export async function reopenSessions(kit: Kit): Promise<void> {
  if (kit.redisUrl !== null) return;
  const now = Date.now();
  const since = new Date(now - sessionSeconds * 1000);
  const open = and(gt(sessions.expiresAt, new Date(now)), gt(sessions.lastSeenAt, since));
  for (const { id, userId, lastSeenAt, remembered } of await kit.db.select().from(sessions).where(open)) {
    const ttlSeconds = Math.ceil((lastSeenAt.getTime() - since.getTime()) / 1000);
    await openSession(kit.kv, id, userId, { ttlSeconds, idles: !remembered });
  }
}
