import { sessions } from '@autograph/database';
import { and, eq, ne } from '@autograph/database/query.ts';
import { closeSession, type SessionEnd } from '@autograph/service-kit';
import type { AuthKit } from './auth-kit.ts';

type Ending = Pick<AuthKit, 'db' | 'kv' | 'pubsub'>;

/** Ends a session with all its tokens; none by this id is fine. */
export async function endSession(kit: Ending, sessionId: string, reason: SessionEnd = 'signed_out'): Promise<void> {
  await closeSession(kit, sessionId, reason);
  await kit.db.delete(sessions).where(eq(sessions.id, sessionId));
}

/** Ends all sessions of a person, but one when it is named. Gives how many. */
export async function endSessions(kit: Ending, userId: string, reason: SessionEnd, except?: string): Promise<number> {
  const others = except === undefined ? undefined : ne(sessions.id, except);
  const ended = await kit.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), others));
  for (const { id } of ended) await endSession(kit, id, reason);
  return ended.length;
}
