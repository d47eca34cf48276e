import { CodedError, logout } from '@autograph/contracts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { clearTokenCookies, refreshTokenOf } from '../cookies.ts';
import { endSession } from '../end-session.ts';
import { ownerOfRefreshToken } from '../refresh-tokens.ts';
import { logoutElsewhere } from './sso-sign-out.ts';

export function serveLogout(app: FastifyInstance, kit: AuthKit): void {
  implement(app, logout, async ({ identity, request, reply }) => {
    clearTokenCookies(reply);
    const token = refreshTokenOf(request);
    const renewable = identity === null && token ? await ownerOfRefreshToken(kit.db, token, new Date()) : null;
    const session = identity ? { userId: identity.user_id, sessionId: identity.session_id } : renewable;
    if (!session) throw new CodedError('unauthenticated');
    // Whatever the provider's part comes to, this session ends.
    const next = await logoutElsewhere(kit, session.sessionId).catch((error: unknown) => {
      kit.log.warn({ err: error }, 'a sign-out does not reach the identity provider');
      return null;
    });
    await endSession(kit, session.sessionId, 'signed_out');
    await recordEvent(kit.db, request, { action: 'auth.logout', result: 'success', userId: session.userId });
    return { signed_out: true as const, next };
  });
}
