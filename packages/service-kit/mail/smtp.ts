import { createTransport } from 'nodemailer';
import type { Mail } from './mail.ts';

/** Through an SMTP server given as `smtp://user:password@host:port`. */
export function createSmtpMail(url: string, from: string): Mail {
  const transport = createTransport(url);
  return {
    send: async ({ to, subject, text, html }) => void (await transport.sendMail({ from, to, subject, text, ...(html ? { html } : {}) })),
    kept: null,
    close: async () => transport.close(),
  };
}
