import { CodedError, changePassword, forgotPassword, resetPassword } from '@autograph/contracts';
import { users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findUser } from '../account.ts';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { endSessions } from '../end-session.ts';
import { findByEmail } from '../find-by-email.ts';
import { makeLink, ownerOfLink, useLink, withdrawLinks } from '../links.ts';
import { passwordChangedMail, resetMail } from '../mail/designs.ts';
import { sendMail } from '../mail/send-mail.ts';
import { mayMail } from '../mail-limit.ts';
import { originOf } from '../origin.ts';
import { requireStrongPassword } from '../password.ts';
import { passwordIs, setPassword } from '../set-password.ts';

async function tellChanged(kit: AuthKit, request: FastifyRequest, email: string): Promise<void> {
  await sendMail(kit, email, passwordChangedMail(originOf(kit, request), `${kit.config.PUBLIC_URL}/forgot-password`));
}

function serveReset(app: FastifyInstance, kit: AuthKit): void {
  implement(app, forgotPassword, async ({ body, request }) => {
    const user = await findByEmail(kit.db, body.email);
    const who = user ? { userId: user.id } : { email: body.email };
    await recordEvent(kit.db, request, { action: 'auth.password_reset_requested', result: user ? 'success' : 'failure', ...who });
    if (user && (await mayMail(kit, 'reset', user.id)))
      await sendMail(kit, user.email, resetMail(await makeLink(kit.db, user.id, 'reset_password', kit.config.PUBLIC_URL)));
    return { sent: true as const };
  });
  implement(app, resetPassword, async ({ body, request }) => {
    const owner = await findUser(kit.db, await ownerOfLink(kit.db, body.token, 'reset_password'));
    if (!owner) throw new CodedError('link_unknown');
    // Before the link is used up: a password that is refused leaves it for another try.
    await requireStrongPassword(body.password, [owner.name, owner.email]);
    await kit.db.transaction(async (tx) => {
      await useLink(tx, body.token, 'reset_password');
      await setPassword(tx, owner.id, body.password);
      await withdrawLinks(tx, owner.id, 'reset_password');
      // Whoever opened the link reads the address's mail, so the address is proved and no lock is needed.
      await tx.update(users).set({ emailVerified: true, failedLogins: 0, lockedUntil: null }).where(eq(users.id, owner.id));
    });
    await endSessions(kit, owner.id, 'password_changed');
    await recordEvent(kit.db, request, { action: 'auth.password_reset', result: 'success', userId: owner.id });
    await tellChanged(kit, request, owner.email);
    return { reset: true as const };
  });
}

function serveChange(app: FastifyInstance, kit: AuthKit): void {
  implement(app, changePassword, async ({ body, identity, request }) => {
    const { user_id: userId, email, name, session_id: sessionId } = identity;
    if (!(await passwordIs(kit.db, userId, body.current_password))) {
      await recordEvent(kit.db, request, { action: 'auth.password_changed', result: 'failure', userId });
      throw new CodedError('wrong_password', {
        details: [{ path: 'body.current_password', message: 'This is not your current password.' }],
      });
    }
    await requireStrongPassword(body.new_password, [name, email], 'body.new_password');
    await setPassword(kit.db, userId, body.new_password);
    await endSessions(kit, userId, 'password_changed', sessionId);
    await recordEvent(kit.db, request, { action: 'auth.password_changed', result: 'success', userId });
    await tellChanged(kit, request, email);
    return { changed: true as const };
  });
}

export function servePasswords(app: FastifyInstance, kit: AuthKit): void {
  serveReset(app, kit);
  serveChange(app, kit);
}
