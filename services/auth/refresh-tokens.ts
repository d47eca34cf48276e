import { randomBytes, randomUUID } from 'node:crypto';
import { type Queryable, refreshTokens, sessions } from '@autograph/database';
import { and, eq, gt, isNull } from '@autograph/database/query.ts';
import { hashOfSecret } from '@autograph/service-kit';

/** Seconds that a sign-in lasts after its last use: the life of a refresh token. */
export const signInSeconds = (remembered: boolean): number => (remembered ? 30 : 1) * 86_400;

const named = (token: string) => eq(refreshTokens.tokenHash, hashOfSecret(token));

const usable = (token: string, now: Date) =>
  and(named(token), isNull(refreshTokens.usedAt), isNull(refreshTokens.revokedAt), gt(refreshTokens.expiresAt, now));

interface Owner {
  readonly userId: string;
  readonly sessionId: string;
  /** Shared by all tokens of one sign-in; a new one starts when absent. */
  readonly familyId?: string;
}

interface Issue extends Owner {
  readonly remembered: boolean;
}

/** Makes a refresh token; only its SHA-256 is stored. It tells when it lapses, so that this can be said when nothing is known of it any more. */
export async function issueRefreshToken(db: Queryable, owner: Issue, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + signInSeconds(owner.remembered) * 1000);
  const token = `${randomBytes(32).toString('base64url')}.${Math.floor(expiresAt.getTime() / 1000).toString(36)}`;
  await db.insert(refreshTokens).values({
    userId: owner.userId,
    sessionId: owner.sessionId,
    familyId: owner.familyId ?? randomUUID(),
    tokenHash: hashOfSecret(token),
    expiresAt,
  });
  return token;
}

/** Whether a token says that it has lapsed; it may lie, so that nothing but words may depend on it. */
export function saysLapsed(token: string, now: Date): boolean {
  const end = /^[\w-]{43}\.([0-9a-z]{1,9})$/.exec(token)?.[1];
  return end !== undefined && Number.parseInt(end, 36) * 1000 <= now.getTime();
}

export type Spent =
  | { readonly outcome: 'fresh'; readonly userId: string; readonly sessionId: string; readonly familyId: string }
  | { readonly outcome: 'recent'; readonly userId: string; readonly sessionId: string; readonly familyId: string }
  | { readonly outcome: 'replayed'; readonly userId: string; readonly sessionId: string }
  | { readonly outcome: 'unknown' };

/** How long after its use a token may still come from where it was used, such as another tab, without ending the session; ms. */
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

/** The session that a refresh token belongs to, used or not, and until when the token is good; null when there is none (any more). */
export async function trailOfRefreshToken(db: Queryable, token: string) {
  const [row] = await db
    .select({
      userId: refreshTokens.userId,
      sessionId: refreshTokens.sessionId,
      expiresAt: refreshTokens.expiresAt,
      remembered: sessions.remembered,
    })
    .from(refreshTokens)
    .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
    .where(named(token));
  return row ?? null;
}

/** Whose session a refresh token would renew, null when it would renew none. Leaves the token as it is. */
export async function ownerOfRefreshToken(db: Queryable, token: string, now: Date): Promise<Owner | null> {
  const [row] = await db
    .select({ userId: refreshTokens.userId, sessionId: refreshTokens.sessionId })
    .from(refreshTokens)
    .where(usable(token, now));
  return row ?? null;
}
