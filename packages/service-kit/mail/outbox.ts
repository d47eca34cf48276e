import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { KeptMessage, Mail } from './mail.ts';

const Kept = z.object({
  sent_at: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  link: z.string().optional(),
});

async function read(folder: string, name: string): Promise<KeptMessage[]> {
  const json: unknown = JSON.parse(await readFile(join(folder, name), 'utf8').catch(() => 'null'));
  const parsed = Kept.safeParse(json);
  if (!parsed.success) return [];
  const { html, ...rest } = parsed.data;
  return [{ id: name.replace(/\.json$/, ''), ...rest, ...(html === undefined ? {} : { html }) }];
}

/**
 * Without an SMTP server: every message becomes a JSON file in a folder, named by its time. The log tells its link as well, because
 * whoever runs an instance without mail has to hand it on.
 */
export function createOutboxMail(folder: string, from: string, log: Log): Mail {
  return {
    send: async (message) => {
      await mkdir(folder, { recursive: true });
      const sentAt = new Date().toISOString();
      const path = join(folder, `${sentAt.replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.json`);
      await writeFile(path, JSON.stringify({ from, sent_at: sentAt, ...message }, null, 2), { mode: 0o600 });
      log.info({ path, subject: message.subject, link: message.link }, 'mail written to the outbox because no SMTP_URL is set');
    },
    kept: async (limit) => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
      const newest = names.toSorted().reverse().slice(0, limit);
      return (await Promise.all(newest.map((name) => read(folder, name)))).flat();
    },
    close: async () => undefined,
  };
}
