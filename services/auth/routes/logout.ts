import { logout } from '@autograph/contracts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { clearTokenCookies } from '../cookies.ts';
import { endSession } from '../end-session.ts';

export function serveLogout(app: FastifyInstance, kit: AuthKit): void {
  implement(app, logout, async ({ identity, request, reply }) => {
    clearTokenCookies(reply);
    await endSession(kit, identity.session_id);
    await recordEvent(kit.db, request, { action: 'auth.logout', result: 'success', userId: identity.user_id });
    return { signed_out: true as const };
  });
}
