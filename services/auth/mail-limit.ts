import type { AuthKit } from './auth-kit.ts';

const perHour = 5;

/** Whether one more mail of a kind may go to an account within the hour; what is beyond is left out without a word, so that nobody's mailbox is filled. */
export async function mayMail({ kv }: Pick<AuthKit, 'kv'>, kind: string, userId: string): Promise<boolean> {
  return (await kv.increment(`mails:${kind}:${userId}`, { ttlSeconds: 3600 })) <= perHour;
}
