import { CodedError, type PendingAccount, register, type Session } from '@autograph/contracts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { findUser, isFresh } from '../account.ts';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { engineCode } from '../engine-errors.ts';
import { becomeFirst, welcome } from '../first-account.ts';
import { requireStrongPassword } from '../password.ts';
import { registrationOf, requireWelcome } from '../registration.ts';
import { beginSession, dropSession, engineHeaders } from '../sign-in.ts';
import { mailVerification } from '../verification.ts';

const taken = ['USER_ALREADY_EXISTS', 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL'];
/** What the engine answers when two sign-ups with one address meet in the database. */
const lostRace = 'FAILED_TO_CREATE_USER';

export function serveRegister(app: FastifyInstance, kit: AuthKit): void {
  implement(app, register, async ({ body, request, reply }): Promise<Session | PendingAccount> => {
    const fresh = await isFresh(kit.db);
    const registration = await registrationOf(kit, kit.db);
    if (!fresh) requireWelcome(registration, body.email);
    await requireStrongPassword(body.password, [body.name, body.email]);
    const engine = await kit.engine();
    const made = await engine.api.signUpEmail({ body, headers: engineHeaders(request) }).catch(async (error: unknown) => {
      const code = engineCode(error);
      const { internalAdapter } = await engine.$context;
      const exists = code !== null && (taken.includes(code) || (code === lostRace && (await internalAdapter.findUserByEmail(body.email))));
      if (!exists) throw error;
      await recordEvent(kit.db, request, { action: 'auth.register', result: 'failure', email: body.email });
      throw new CodedError('email_taken', { details: [{ path: 'body.email', message: 'An account with this address exists.' }] });
    });
    if (!made.token) throw new CodedError('internal');
    const first = fresh && (await becomeFirst(kit.db, made.user.id));
    await recordEvent(kit.db, request, { action: 'auth.register', result: 'success', userId: made.user.id });
    if (registration.verify_email && !first) {
      await dropSession(kit, kit.db, made.token);
      await mailVerification(kit, request, made.user);
      const user = await findUser(kit.db, made.user.id);
      if (!user) throw new CodedError('internal');
      return { user, email_verified: false };
    }
    const session = await beginSession({ kit, request, reply }, made.token, false);
    if (first) await welcome(kit, session);
    return session;
  });
}
