import { CodedError, resendVerification, verifyEmail } from '@autograph/contracts';
import { users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { findByEmail } from '../find-by-email.ts';
import { ownerOfLink, useLink } from '../links.ts';
import { requireOwnPassword } from '../prove-password.ts';
import { mailVerification } from '../verification.ts';

export function serveVerifyEmail(app: FastifyInstance, kit: AuthKit): void {
  implement(app, verifyEmail, async ({ body, request, reply }) => {
    const userId = await ownerOfLink(kit.db, body.token, 'verify_email');
    // Else an address's owner, by opening the mail, would let in whoever signed up with it and waits.
    const asked = { password: body.password, path: 'body.password', action: 'auth.email_verified' } as const;
    await requireOwnPassword({ kit, request, reply }, userId, asked);
    await useLink(kit.db, body.token, 'verify_email');
    const [user] = await kit.db.update(users).set({ emailVerified: true }).where(eq(users.id, userId)).returning();
    if (!user) throw new CodedError('link_unknown');
    await recordEvent(kit.db, request, { action: 'auth.email_verified', result: 'success', userId });
    return { email: user.email, email_verified: true as const };
  });
  implement(app, resendVerification, async ({ body, request }) => {
    const user = await findByEmail(kit.db, body.email);
    if (user && !user.emailVerified) await mailVerification(kit, request, user);
    return { sent: true as const };
  });
}
