import { defineJob, type Kit } from '@autograph/service-kit';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { z } from 'zod';
import { layOutMail, type MailDesign } from './mail-design.ts';

const Letter = z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string(), link: z.string().optional() });

/** Mails wait encrypted: their links open accounts, and the queue is kept in the database and its backups. */
const mailJob = defineJob({ name: 'auth-mail', data: z.object({ sealed: z.string() }), retries: 8 });

type MailKit = Pick<Kit, 'jobs' | 'config'>;

/**
 * Sends a mail by the job queue, which tries again with growing pauses when the mail server refuses. Resolves when it is queued.
 * `layOutMail` gives it its looks, so `design` is words only; those for common occasions are in designs.ts.
 */
export async function sendMail({ jobs, config }: MailKit, to: string, design: MailDesign): Promise<void> {
  const letter: z.input<typeof Letter> = { to, ...layOutMail(design, config.PUBLIC_URL) };
  await jobs.send(mailJob, { sealed: await symmetricEncrypt({ key: config.AUTH_SECRET, data: JSON.stringify(letter) }) });
}

/** Takes mails from the queue and hands them to the mail server, or the outbox. */
export async function deliverMails({ jobs, config, mail }: Pick<Kit, 'jobs' | 'config' | 'mail'>): Promise<void> {
  await jobs.work(mailJob, async ({ sealed }) => {
    const opened: unknown = JSON.parse(await symmetricDecrypt({ key: config.AUTH_SECRET, data: sealed }));
    const { html, ...letter } = Letter.parse(opened);
    await mail.send({ ...letter, html });
  });
}
