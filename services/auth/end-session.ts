import { sessions } from '@autograph/database';
import { eq } from 'drizzle-orm';
import type { AuthKit } from './auth-kit.ts';

/** Ends a session with all its tokens; none by this id is fine. */
export async function endSession(kit: AuthKit, sessionId: string): Promise<void> {
  const [row] = await kit.db.select({ token: sessions.token }).from(sessions).where(eq(sessions.id, sessionId));
  if (!row) return;
  const { internalAdapter } = await kit.engine.$context;
  await internalAdapter.deleteSession(row.token);
}
