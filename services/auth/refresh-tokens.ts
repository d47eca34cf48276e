import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Queryable, refreshTokens } from '@autograph/database';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { signInDays } from './engine.ts';

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

const named = (token: string) => eq(refreshTokens.tokenHash, hash(token));

const usable = (token: string, now: Date) =>
  and(named(token), isNull(refreshTokens.usedAt), isNull(refreshTokens.revokedAt), gt(refreshTokens.expiresAt, now));

interface Owner {
  readonly userId: string;
  readonly sessionId: string;
  /** Shared by all tokens of one sign-in; a new one starts when absent. */
  readonly familyId?: string;
}

/** Makes a refresh token; only its SHA-256 is stored. */
export async function issueRefreshToken(db: Queryable, owner: Owner, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.insert(refreshTokens).values({
    userId: owner.userId,
    sessionId: owner.sessionId,
    familyId: owner.familyId ?? randomUUID(),
    tokenHash: hash(token),
    expiresAt: new Date(now.getTime() + signInDays * 86_400_000),
  });
  return token;
}

export type Spent =
  | { readonly outcome: 'fresh'; readonly userId: string; readonly sessionId: string; readonly familyId: string }
  | { readonly outcome: 'recent'; readonly userId: string; readonly sessionId: string; readonly familyId: string }
  | { readonly outcome: 'replayed'; readonly userId: string; readonly sessionId: string }
  | { readonly outcome: 'unknown' };

/** How long after its use a token may still come from where it was used: of another tab, or because the answer was lost; ms. */
const recentMilliseconds = 10_000;

/**
 * Uses a refresh token up, in one statement, so that of two callers with the same token one finds it used: `recent` at first, which
 * happens to honest callers too, then `replayed`: whoever sees that must end the session, because one of the two is a thief.
 * `unknown` covers expired ones, and those of sessions that have ended.
 */
export async function spendRefreshToken(db: Queryable, token: string, now: Date): Promise<Spent> {
  const [fresh] = await db.update(refreshTokens).set({ usedAt: now }).where(usable(token, now)).returning();
  if (fresh) return { outcome: 'fresh', userId: fresh.userId, sessionId: fresh.sessionId, familyId: fresh.familyId };
  const [spent] = await db.select().from(refreshTokens).where(named(token));
  if (!spent?.usedAt) return { outcome: 'unknown' };
  const { userId, sessionId, familyId, usedAt, revokedAt } = spent;
  if (revokedAt === null && now.getTime() - usedAt.getTime() < recentMilliseconds)
    return { outcome: 'recent', userId, sessionId, familyId };
  return { outcome: 'replayed', userId, sessionId };
}

/** Whose session a refresh token would renew, null when it would renew none. Leaves the token as it is. */
export async function ownerOfRefreshToken(db: Queryable, token: string, now: Date): Promise<Owner | null> {
  const [row] = await db
    .select({ userId: refreshTokens.userId, sessionId: refreshTokens.sessionId })
    .from(refreshTokens)
    .where(usable(token, now));
  return row ?? null;
}
