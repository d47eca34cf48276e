import { CodedError, login } from '@autograph/contracts';
import { users } from '@autograph/database';
import { implement } from '@autograph/service-kit';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { engineCode } from '../engine-errors.ts';
import { hashPassword } from '../password.ts';
import { beginSession, engineHeaders } from '../sign-in.ts';

const refusals = ['INVALID_EMAIL', 'INVALID_EMAIL_OR_PASSWORD'];

export function serveLogin(app: FastifyInstance, kit: AuthKit): void {
  implement(app, login, async ({ body, request, reply }) => {
    // An impossible address takes as long as a wrong password, so that the answer's time tells nothing.
    if (!z.email().safeParse(body.email).success) await hashPassword(body.password);
    const found = await kit.engine.api.signInEmail({ body, headers: engineHeaders(request) }).catch(async (error: unknown) => {
      if (!refusals.includes(engineCode(error) ?? '')) throw error;
      await recordEvent(kit.db, request, { action: 'auth.login', result: 'failure', email: body.email });
      throw new CodedError('invalid_credentials');
    });
    const session = await beginSession({ kit, request, reply }, kit.db, found.token);
    await kit.db.update(users).set({ lastLoginAt: new Date() }).where(eq(users.id, session.user.id));
    await recordEvent(kit.db, request, { action: 'auth.login', result: 'success', userId: session.user.id });
    return session;
  });
}
