import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import type { Mail } from './mail.ts';

/** Without an SMTP server: every message becomes a JSON file in a folder, named by its time. */
export function createOutboxMail(folder: string, from: string, log: Log): Mail {
  return {
    send: async (message) => {
      await mkdir(folder, { recursive: true });
      const sentAt = new Date().toISOString();
      const path = join(folder, `${sentAt.replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.json`);
      await writeFile(path, JSON.stringify({ from, sent_at: sentAt, ...message }, null, 2), { mode: 0o600 });
      log.info({ path, subject: message.subject }, 'mail written to the outbox because no SMTP_URL is set');
    },
    close: async () => undefined,
  };
}
