import { CodedError, register } from '@autograph/contracts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { isFresh } from '../account.ts';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { engineCode } from '../engine-errors.ts';
import { becomeFirst, welcome } from '../first-account.ts';
import { requireStrongPassword } from '../password.ts';
import { beginSession, engineHeaders } from '../sign-in.ts';

const taken = ['USER_ALREADY_EXISTS', 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL'];
/** What the engine answers when two sign-ups with one address meet in the database. */
const lostRace = 'FAILED_TO_CREATE_USER';

export function serveRegister(app: FastifyInstance, kit: AuthKit): void {
  implement(app, register, async ({ body, request, reply }) => {
    requireStrongPassword(body.password);
    const fresh = await isFresh(kit.db);
    const made = await kit.engine.api.signUpEmail({ body, headers: engineHeaders(request) }).catch(async (error: unknown) => {
      const code = engineCode(error);
      const { internalAdapter } = await kit.engine.$context;
      const exists = code !== null && (taken.includes(code) || (code === lostRace && (await internalAdapter.findUserByEmail(body.email))));
      if (!exists) throw error;
      await recordEvent(kit.db, request, { action: 'auth.register', result: 'failure', email: body.email });
      throw new CodedError('email_taken', { details: [{ path: 'body.email', message: 'An account with this address exists.' }] });
    });
    if (!made.token) throw new CodedError('internal');
    const first = fresh && (await becomeFirst(kit.db, made.user.id));
    await recordEvent(kit.db, request, { action: 'auth.register', result: 'success', userId: made.user.id });
    const session = await beginSession({ kit, request, reply }, kit.db, made.token);
    if (first) await welcome(kit, session);
    return session;
  });
}
