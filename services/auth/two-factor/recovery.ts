import { CodedError, confirmRecovery, requestRecovery } from '@autograph/contracts';
import { users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { makeLink, useLink } from '../links.ts';
import { recoveryMail } from '../mail/designs.ts';
import { sendMail } from '../mail/send-mail.ts';
import { mayMail } from '../mail-limit.ts';
import { provePassword } from '../prove-password.ts';

/** The way back for whoever lost the second factor: the password, the mailbox, and an administrator who knows them. */
export function serveRecovery(app: FastifyInstance, kit: AuthKit): void {
  implement(app, requestRecovery, async ({ body, request, reply }) => {
    const account = await provePassword({ kit, request, reply }, body.email, body.password).catch((error: unknown) => {
      if (error instanceof CodedError && error.code !== 'rate_limited') return null;
      throw error;
    });
    if (account?.twoFactorEnabled && (await mayMail(kit, 'recovery', account.email))) {
      await sendMail(kit, account.email, recoveryMail(await makeLink(kit.db, account.id, 'recover_two_factor', kit.config.PUBLIC_URL)));
      await recordEvent(kit.db, request, { action: 'auth.recovery_requested', result: 'success', userId: account.id });
    }
    return { sent: true as const };
  });

  implement(app, confirmRecovery, async ({ body, request }) => {
    const userId = await useLink(kit.db, body.token, 'recover_two_factor');
    await kit.db.update(users).set({ recoveryRequestedAt: new Date() }).where(eq(users.id, userId));
    await recordEvent(kit.db, request, { action: 'auth.recovery_confirmed', result: 'success', userId });
    return { waiting_for_approval: true as const };
  });
}
