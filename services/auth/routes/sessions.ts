import { CodedError, listSessions, logoutAll, revokeOtherSessions, revokeSession } from '@autograph/contracts';
import { sessions } from '@autograph/database';
import { and, eq } from '@autograph/database/query.ts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { clearTokenCookies } from '../cookies.ts';
import { endSession, endSessions } from '../end-session.ts';
import { signInsOf } from '../sign-ins.ts';

export function serveSessions(app: FastifyInstance, kit: AuthKit): void {
  implement(app, listSessions, async ({ identity }) => ({ items: await signInsOf(kit, identity.user_id, identity.session_id) }));

  implement(app, revokeSession, async ({ params, identity, request }) => {
    const mine = and(eq(sessions.id, params.id), eq(sessions.userId, identity.user_id));
    const [session] = await kit.db.select({ id: sessions.id }).from(sessions).where(mine);
    if (!session) throw new CodedError('not_found', { message: 'You have no such session.' });
    await endSession(kit, session.id, 'revoked');
    const event = { action: 'auth.session_revoked', result: 'success', userId: identity.user_id } as const;
    await recordEvent(kit.db, request, { ...event, details: { session_id: session.id } });
    return { ended: 1 };
  });

  implement(app, revokeOtherSessions, async ({ identity, request }) => {
    const ended = await endSessions(kit, identity.user_id, 'revoked', identity.session_id);
    await recordEvent(kit.db, request, { action: 'auth.session_revoked', result: 'success', userId: identity.user_id, details: { ended } });
    return { ended };
  });

  implement(app, logoutAll, async ({ identity, request, reply }) => {
    const ended = await endSessions(kit, identity.user_id, 'revoked');
    clearTokenCookies(reply);
    await recordEvent(kit.db, request, { action: 'auth.logout_all', result: 'success', userId: identity.user_id, details: { ended } });
    return { ended };
  });
}
