import { accounts, type Queryable } from '@autograph/database';
import { and, eq } from '@autograph/database/query.ts';
import { hashPassword, verifyPassword } from './password.ts';

const ofCredential = (userId: string) => and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential'));

/** Gives an account a password, also one that had none because it came from an identity provider. */
export async function setPassword(db: Queryable, userId: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  const changed = await db.update(accounts).set({ password: hash }).where(ofCredential(userId)).returning({ id: accounts.id });
  if (changed.length === 0) await db.insert(accounts).values({ userId, accountId: userId, providerId: 'credential', password: hash });
}

/** Whether it is the account's password. */
export async function passwordIs(db: Queryable, userId: string, password: string): Promise<boolean> {
  const [account] = await db.select({ hash: accounts.password }).from(accounts).where(ofCredential(userId));
  return account?.hash ? verifyPassword({ hash: account.hash, password }) : false;
}

/** Whether an account can be signed in to by a password at all. */
export async function hasPassword(db: Queryable, userId: string): Promise<boolean> {
  const [account] = await db.select({ hash: accounts.password }).from(accounts).where(ofCredential(userId));
  return typeof account?.hash === 'string';
}
