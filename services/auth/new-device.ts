import { auditLog, type users } from '@autograph/database';
import { and, desc, eq, inArray } from '@autograph/database/query.ts';
import type { FastifyRequest } from 'fastify';
import type { AuthKit } from './auth-kit.ts';
import { deviceName } from './device.ts';
import { newDeviceMail } from './mail/designs.ts';
import { sendMail } from './mail/send-mail.ts';
import { mayMail } from './mail-limit.ts';
import { originOf } from './origin.ts';

/** Sign-ins that are looked back at. */
const remembered = 200;

/** Mails a person who signs in from a kind of device that they have not signed in from before. To be asked before the sign-in is noted. */
export async function mailNewDevice(kit: AuthKit, request: FastifyRequest, account: typeof users.$inferSelect): Promise<void> {
  const earlier = await kit.db
    .select({ userAgent: auditLog.userAgent })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.userId, account.id),
        inArray(auditLog.action, ['auth.login', 'auth.register', 'auth.email_verified']),
        eq(auditLog.result, 'success'),
      ),
    )
    .orderBy(desc(auditLog.createdAt))
    .limit(remembered);
  const known = new Set(earlier.map(({ userAgent }) => deviceName(userAgent)));
  if (known.size === 0 || known.has(deviceName(request.headers['user-agent']))) return;
  if (!(await mayMail(kit, 'new_device', account.email))) return;
  await sendMail(kit, account.email, newDeviceMail(originOf(kit, request), `${kit.config.PUBLIC_URL}/settings/sessions`));
}
