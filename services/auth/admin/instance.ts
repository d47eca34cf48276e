import { getRegistration, listOutbox, updateRegistration } from '@autograph/contracts';
import { implement, requireAdmin } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { registrationOf, setRegistration } from '../registration.ts';

const shownMails = 100;

/** What admins see and set of the whole instance: who may register, and mails that could not be sent. */
export function serveInstance(app: FastifyInstance, kit: AuthKit): void {
  implement(app, getRegistration, async ({ identity }) => {
    requireAdmin(identity, 'system.view');
    return registrationOf(kit, kit.db);
  });
  implement(app, updateRegistration, async ({ body, identity, request }) => {
    requireAdmin(identity, 'system.manage');
    const { open, allowed_domains, verify_email } = body;
    const changes = {
      ...(open === undefined ? {} : { open }),
      ...(allowed_domains === undefined ? {} : { allowed_domains: [...new Set(allowed_domains)] }),
      ...(verify_email === undefined ? {} : { verify_email }),
    };
    await setRegistration(kit.db, changes, identity.user_id);
    const event = { action: 'admin.registration_changed', result: 'success', userId: identity.user_id } as const;
    await recordEvent(kit.db, request, { ...event, details: changes });
    return registrationOf(kit, kit.db);
  });
  implement(app, listOutbox, async ({ identity }) => {
    requireAdmin(identity, 'system.view');
    const kept = await kit.mail.kept?.(shownMails);
    const items = (kept ?? []).map(({ id, to, subject, text, link, sent_at }) => ({ id, to, subject, text, link: link ?? null, sent_at }));
    return { delivers: kept === undefined, items };
  });
}
