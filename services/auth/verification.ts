import type { FastifyRequest } from 'fastify';
import { recordEvent } from './audit.ts';
import type { AuthKit } from './auth-kit.ts';
import { makeLink, withdrawLinks } from './links.ts';
import { verificationMail } from './mail/designs.ts';
import { sendMail } from './mail/send-mail.ts';
import { mayMail } from './mail-limit.ts';

/** Mails the link that confirms an address; earlier ones stop working. */
export async function mailVerification(
  kit: AuthKit,
  request: FastifyRequest,
  { id, email }: { readonly id: string; readonly email: string },
): Promise<void> {
  if (!(await mayMail(kit, 'verification', email))) return;
  await withdrawLinks(kit.db, id, 'verify_email');
  await sendMail(kit, email, verificationMail(await makeLink(kit.db, id, 'verify_email', kit.config.PUBLIC_URL)));
  await recordEvent(kit.db, request, { action: 'auth.verification_sent', result: 'success', userId: id });
}
