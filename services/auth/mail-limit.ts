import type { AuthKit } from './auth-kit.ts';

const perHour = 5;

/** One mailbox is reached under many addresses: letters of either case, and whatever stands behind a plus. */
const mailboxOf = (email: string): string => email.toLowerCase().replace(/\+[^@]*(?=@)/, '');

/** Whether one more mail of a kind may go to an address within the hour; what is beyond is left out without a word, so that nobody's mailbox is filled. */
export async function mayMail({ kv }: Pick<AuthKit, 'kv'>, kind: string, email: string): Promise<boolean> {
  return (await kv.increment(`mails:${kind}:${mailboxOf(email)}`, { ttlSeconds: 3600 })) <= perHour;
}
