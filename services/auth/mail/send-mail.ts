import { defineJob, type Kit } from '@autograph/service-kit';
import { z } from 'zod';
import { openSealed } from '../sealed-text.ts';
import { layOutMail, type MailDesign } from './mail-design.ts';

const Letter = z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string(), link: z.string().optional() });

/** Mails wait encrypted: their links open accounts, and the queue is kept in the database and its backups. */
const mailJob = defineJob({ name: 'auth-mail', data: z.object({ sealed: z.string() }), retries: 8 });

const sealContext = 'queued mail';

type MailKit = Pick<Kit, 'jobs' | 'config' | 'secrets'>;

/**
 * Sends a mail by the job queue, which tries again with growing pauses when the mail server refuses. Resolves when it is queued.
 * `layOutMail` gives it its looks, so `design` is words only; those for common occasions are in designs.ts.
 */
export async function sendMail({ jobs, config, secrets }: MailKit, to: string, design: MailDesign): Promise<void> {
  const letter: z.input<typeof Letter> = { to, ...layOutMail(design, config.PUBLIC_URL) };
  await jobs.send(mailJob, { sealed: secrets.seal(JSON.stringify(letter), sealContext) });
}

/** Takes mails from the queue and hands them to the mail server, or the outbox. */
export async function deliverMails(kit: Pick<Kit, 'jobs' | 'config' | 'secrets' | 'mail'>): Promise<void> {
  await kit.jobs.work(mailJob, async ({ sealed }) => {
    const opened: unknown = JSON.parse(await openSealed(kit, sealed, { context: sealContext, reader: 'auth', purpose: 'deliver a mail' }));
    const { html, ...letter } = Letter.parse(opened);
    await kit.mail.send({ ...letter, html });
  });
}
