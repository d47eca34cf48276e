import { backupCodes, type Queryable, twoFactors } from '@autograph/database';
import { and, eq, isNotNull, isNull, lt } from '@autograph/database/query.ts';
import type { FastifyRequest } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { isOldSeal, openSealed } from '../sealed-text.ts';
import { stepOf } from './authenticator.ts';
import { hashBackupCode } from './codes.ts';

type Keyed = Pick<AuthKit, 'db' | 'config' | 'secrets'>;

/** Whose secret the one of an authenticator app is. */
export const sealContext = (userId: string): string => `two_factors:${userId}`;

async function openSecret(kit: Keyed, userId: string, kept: string): Promise<string> {
  const secret = await openSealed(kit, kept, { context: sealContext(userId), reader: 'auth', purpose: 'check a code', userId });
  if (!isOldSeal(kept)) return secret;
  const same = and(eq(twoFactors.userId, userId), eq(twoFactors.secret, kept));
  await kit.db
    .update(twoFactors)
    .set({ secret: kit.secrets.seal(secret, sealContext(userId)) })
    .where(same);
  return secret;
}

/** Whether a code is the authenticator app's; each counts once, so that one that was watched is worth nothing. */
export async function takeAppCode(kit: Keyed, userId: string, code: string, confirmed = true): Promise<boolean> {
  const { db } = kit;
  const [factor] = await db
    .select()
    .from(twoFactors)
    .where(and(eq(twoFactors.userId, userId), confirmed ? isNotNull(twoFactors.confirmedAt) : isNull(twoFactors.confirmedAt)));
  if (!factor) return false;
  const secret = await openSecret(kit, userId, factor.secret);
  const step = await stepOf(secret, code.replace(/\s/g, ''), Date.now());
  if (step === null) return false;
  const unused = and(eq(twoFactors.userId, userId), lt(twoFactors.lastStep, step));
  const taken = await db.update(twoFactors).set({ lastStep: step }).where(unused).returning({ userId: twoFactors.userId });
  return taken.length === 1;
}

async function takeBackupCode({ db, config }: Keyed, userId: string, code: string): Promise<boolean> {
  const hash = hashBackupCode(code, userId, config.AUTH_SECRET);
  const unused = and(eq(backupCodes.userId, userId), eq(backupCodes.codeHash, hash), isNull(backupCodes.usedAt));
  const taken = await db.update(backupCodes).set({ usedAt: new Date() }).where(unused).returning({ id: backupCodes.id });
  return taken.length === 1;
}

/** Takes the second factor of a sign-in: a code of the app, or a backup code, which is used up. */
export async function takeSecondFactor(
  kit: AuthKit,
  request: FastifyRequest,
  userId: string,
  code: string | undefined,
): Promise<'right' | 'wrong' | 'missing'> {
  if (code === undefined) return 'missing';
  if (await takeAppCode(kit, userId, code)) return 'right';
  if (!(await takeBackupCode(kit, userId, code))) return 'wrong';
  await recordEvent(kit.db, request, { action: 'auth.backup_code_used', result: 'success', userId });
  return 'right';
}

/** How many backup codes are still good. */
export const backupCodesLeft = (db: Queryable, userId: string): Promise<number> =>
  db.$count(backupCodes, and(eq(backupCodes.userId, userId), isNull(backupCodes.usedAt)));
