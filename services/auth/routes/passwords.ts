import { CodedError, changePassword, forgotPassword, resetPassword } from '@autograph/contracts';
import { apiKeys, passkeys, users } from '@autograph/database';
import { and, asc, eq, gt, isNull, or } from '@autograph/database/query.ts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { dropApps, dropCredentials, refuseDropped } from '../drop-credentials.ts';
import { endSessions } from '../end-session.ts';
import { findByEmail } from '../find-by-email.ts';
import { makeLink, ownerOfLink, useLink, withdrawLinks } from '../links.ts';
import type { OtherWaysIn } from '../mail/designs.ts';
import { passwordChangedMail, resetMail } from '../mail/designs.ts';
import { sendMail } from '../mail/send-mail.ts';
import { mayMail } from '../mail-limit.ts';
import { originOf } from '../origin.ts';
import { requireStrongPassword } from '../password.ts';
import { requireOwnPassword } from '../prove-password.ts';
import { setPassword } from '../set-password.ts';

/** Names of what opens an account besides its password. */
async function otherWaysIn({ db }: AuthKit, userId: string) {
  const held = await db.select({ name: passkeys.name }).from(passkeys).where(eq(passkeys.userId, userId)).orderBy(asc(passkeys.createdAt));
  const lasting = or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, new Date()));
  const keys = await db
    .select({ name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt), lasting))
    .orderBy(asc(apiKeys.createdAt));
  return { passkeys: held.map(({ name }) => name ?? 'Passkey'), api_keys: keys.map(({ name }) => name) };
}

async function tellChanged(kit: AuthKit, request: FastifyRequest, email: string, others: OtherWaysIn): Promise<void> {
  if (!(await mayMail(kit, 'password_changed', email))) return;
  const { PUBLIC_URL } = kit.config;
  const pages = { reset: `${PUBLIC_URL}/forgot-password`, security: `${PUBLIC_URL}/settings/security` };
  await sendMail(kit, email, passwordChangedMail(originOf(kit, request), others, pages));
}

async function accountBy({ db }: AuthKit, id: string) {
  const [row] = await db
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deletedAt)));
  return row;
}

function serveReset(app: FastifyInstance, kit: AuthKit): void {
  implement(app, forgotPassword, async ({ body, request }) => {
    const user = await findByEmail(kit.db, body.email);
    const who = user ? { userId: user.id } : { email: body.email };
    await recordEvent(kit.db, request, { action: 'auth.password_reset_requested', result: user ? 'success' : 'failure', ...who });
    if (user && (await mayMail(kit, 'reset', user.email)))
      await sendMail(kit, user.email, resetMail(await makeLink(kit.db, user.id, 'reset_password', kit.config.PUBLIC_URL)));
    return { sent: true as const };
  });
  implement(app, resetPassword, async ({ body, request }) => {
    const owner = await accountBy(kit, await ownerOfLink(kit.db, body.token, 'reset_password'));
    if (!owner) throw new CodedError('link_unknown');
    // Before the link is used up: a password that is refused leaves it for another try.
    await requireStrongPassword(body.password, [owner.name, owner.email]);
    const dropped = await kit.db.transaction(async (tx) => {
      await useLink(tx, body.token, 'reset_password');
      const now = new Date();
      // Whoever registered an address without proving it may be somebody else, who waits for its owner to come.
      const gone = owner.emailVerified ? await dropApps(tx, owner.id, now) : await dropCredentials(tx, owner.id, [], now);
      await setPassword(tx, owner.id, body.password);
      await withdrawLinks(tx, owner.id, 'reset_password');
      // Whoever opened the link reads the address's mail, so the address is proved and no lock is needed.
      await tx.update(users).set({ emailVerified: true, failedLogins: 0, lockedUntil: null }).where(eq(users.id, owner.id));
      return gone;
    });
    await refuseDropped(kit, dropped);
    await endSessions(kit, owner.id, 'password_changed');
    await recordEvent(kit.db, request, { action: 'auth.password_reset', result: 'success', userId: owner.id });
    const others = await otherWaysIn(kit, owner.id);
    await tellChanged(kit, request, owner.email, others);
    return { reset: true as const, ...others };
  });
}

function serveChange(app: FastifyInstance, kit: AuthKit): void {
  implement(app, changePassword, async ({ body, identity, request, reply }) => {
    const { user_id: userId, email, name, session_id: sessionId } = identity;
    const asked = { password: body.current_password, path: 'body.current_password', action: 'auth.password_changed' } as const;
    await requireOwnPassword({ kit, request, reply }, userId, asked);
    await requireStrongPassword(body.new_password, [name, email], 'body.new_password');
    await setPassword(kit.db, userId, body.new_password);
    await endSessions(kit, userId, 'password_changed', sessionId);
    await recordEvent(kit.db, request, { action: 'auth.password_changed', result: 'success', userId });
    await tellChanged(kit, request, email, await otherWaysIn(kit, userId));
    return { changed: true as const };
  });
}

export function servePasswords(app: FastifyInstance, kit: AuthKit): void {
  serveReset(app, kit);
  serveChange(app, kit);
}
