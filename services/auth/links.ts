import { randomBytes } from 'node:crypto';
import { CodedError } from '@autograph/contracts';
import { accountLinks, type LinkPurpose, type Queryable } from '@autograph/database';
import { and, eq, gt, isNull } from '@autograph/database/query.ts';
import { hashOfSecret } from '@autograph/service-kit';

const hours: Readonly<Record<LinkPurpose, number>> = { verify_email: 24, reset_password: 1, recover_two_factor: 1 };

/** The page of the web app that a link of a purpose opens. */
const pages: Readonly<Record<LinkPurpose, string>> = {
  verify_email: '/verify-email',
  reset_password: '/reset-password',
  recover_two_factor: '/recover',
};

/** Makes a link for a mail and gives its address; only the SHA-256 of its token is stored. */
export async function makeLink(db: Queryable, userId: string, purpose: LinkPurpose, publicUrl: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  const expiresAt = new Date(now + hours[purpose] * 3_600_000);
  await db.insert(accountLinks).values({ userId, purpose, tokenHash: hashOfSecret(token), expiresAt, createdAt: new Date(now) });
  return `${publicUrl}${pages[purpose]}?token=${token}`;
}

/** Whose link it is, while it works; leaves it usable. Throws `link_used`, `link_expired` or `link_unknown`. */
export async function ownerOfLink(db: Queryable, token: string, purpose: LinkPurpose): Promise<string> {
  const [found] = await db
    .select()
    .from(accountLinks)
    .where(and(eq(accountLinks.tokenHash, hashOfSecret(token)), eq(accountLinks.purpose, purpose)));
  if (!found) throw new CodedError('link_unknown');
  if (found.usedAt) throw new CodedError('link_used');
  if (found.expiresAt.getTime() <= Date.now()) throw new CodedError('link_expired');
  return found.userId;
}

/** Uses a link up and gives whose it is; of two callers one alone gets it. Throws as `ownerOfLink`. */
export async function useLink(db: Queryable, token: string, purpose: LinkPurpose): Promise<string> {
  const now = new Date();
  const usable = and(
    eq(accountLinks.tokenHash, hashOfSecret(token)),
    eq(accountLinks.purpose, purpose),
    isNull(accountLinks.usedAt),
    gt(accountLinks.expiresAt, now),
  );
  const [used] = await db.update(accountLinks).set({ usedAt: now }).where(usable).returning({ userId: accountLinks.userId });
  if (used) return used.userId;
  await ownerOfLink(db, token, purpose);
  throw new CodedError('link_used');
}

/** Makes the links of a purpose that are still open useless. */
export async function withdrawLinks(db: Queryable, userId: string, purpose: LinkPurpose): Promise<void> {
  await db
    .update(accountLinks)
    .set({ usedAt: new Date() })
    .where(and(eq(accountLinks.userId, userId), eq(accountLinks.purpose, purpose), isNull(accountLinks.usedAt)));
}
