import { createHash } from 'node:crypto';
import { CodedError } from '@autograph/contracts';
import { users } from '@autograph/database';
import { eq, sql } from '@autograph/database/query.ts';
import { addressGroup } from '@autograph/service-kit';
import type { FastifyReply } from 'fastify';
import type { AuthKit } from './auth-kit.ts';

/** Seconds over which failures of an address are counted, from the first one. */
const windowSeconds = 900;

const failuresToLock = 10;
const lockSeconds = 3600;

const addressKey = (address: string): string => `login-failures:${addressGroup(address)}`;
/** Seconds for which failures of an address without an account are remembered; those of an account are until it is signed in to. */
const strangerSeconds = 90 * 86_400;

/** An address without an account is counted and locked like one that has an account, so that neither can be told from the other. */
const hashOf = (email: string): string => createHash('sha256').update(email.toLowerCase()).digest('hex');
const strangerKey = (email: string): string => `login-stranger:${hashOf(email)}`;
const strangerLockKey = (email: string): string => `login-stranger-locked:${hashOf(email)}`;

async function tooMany(kit: AuthKit, address: string, reply: FastifyReply): Promise<never> {
  const seconds = (await kit.kv.ttl(addressKey(address))) ?? windowSeconds;
  reply.header('retry-after', seconds);
  const minutes = Math.ceil(seconds / 60);
  throw new CodedError('rate_limited', {
    message: `Too many failed sign-ins. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
  });
}

/** Throws `rate_limited` when an address has failed too often; to be asked before a password is looked at, and again after. */
export async function admitAddress(kit: AuthKit, address: string, reply: FastifyReply): Promise<void> {
  const failures = Number(await kit.kv.get(addressKey(address)));
  if (failures >= kit.config.LOGIN_FAILURES_PER_ADDRESS) await tooMany(kit, address, reply);
}

/** Counts a failure of an address. Of many that come at once, those beyond the limit learn no more than that. */
export async function countFailure(kit: AuthKit, address: string, reply: FastifyReply): Promise<void> {
  const failures = await kit.kv.increment(addressKey(address), { ttlSeconds: windowSeconds });
  if (failures > kit.config.LOGIN_FAILURES_PER_ADDRESS) await tooMany(kit, address, reply);
}

/** Counts a failure against an account; true when this one locks it. */
export async function countAgainst(kit: AuthKit, userId: string): Promise<boolean> {
  const until = new Date(Date.now() + lockSeconds * 1000);
  const locks = sql`${users.failedLogins} + 1 >= ${failuresToLock}`;
  const [after] = await kit.db
    .update(users)
    .set({
      failedLogins: sql`case when ${locks} then 0 else ${users.failedLogins} + 1 end`,
      lockedUntil: sql`case when ${locks} then ${until.toISOString()}::timestamptz else ${users.lockedUntil} end`,
    })
    .where(eq(users.id, userId))
    .returning({ lockedUntil: users.lockedUntil });
  return after?.lockedUntil?.getTime() === until.getTime();
}

/** Counts a failure against an e-mail address that has no account; true when this one locks it. */
export async function countAgainstStranger({ kv }: AuthKit, email: string): Promise<boolean> {
  if ((await kv.increment(strangerKey(email), { ttlSeconds: strangerSeconds })) < failuresToLock) return false;
  await kv.set(strangerLockKey(email), 'locked', { ttlSeconds: lockSeconds });
  await kv.delete(strangerKey(email));
  return true;
}

export const isLocked = (row: Pick<typeof users.$inferSelect, 'lockedUntil'>): boolean => (row.lockedUntil?.getTime() ?? 0) > Date.now();

export const strangerIsLocked = async (kit: AuthKit, email: string): Promise<boolean> =>
  (await kit.kv.get(strangerLockKey(email))) !== null;

/** Forgets failures, and lifts the lock. */
export async function liftLock(kit: Pick<AuthKit, 'db'>, userId: string): Promise<void> {
  await kit.db.update(users).set({ failedLogins: 0, lockedUntil: null }).where(eq(users.id, userId));
}
