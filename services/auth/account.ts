import { Preferences, type User } from '@autograph/contracts';
import { type Queryable, users } from '@autograph/database';
import { and, eq, isNull } from '@autograph/database/query.ts';

/** An account as callers see it. */
export function userOf(row: typeof users.$inferSelect): User {
  return { id: row.id, email: row.email, name: row.name, role: row.role, created_at: row.createdAt.toISOString() };
}

/** Whether nothing may be done in the name of an account: it is deleted, or somebody has closed it. */
export const isClosed = (row: Pick<typeof users.$inferSelect, 'banned' | 'deletedAt'>): boolean => row.banned || row.deletedAt !== null;

/** The account of an id, null when there is none (any more). */
export async function findUser(db: Queryable, id: string): Promise<User | null> {
  const [row] = await db
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deletedAt)));
  return row ? userOf(row) : null;
}

/** What a person prefers, null when there is no such account (any more). What cannot be read counts as nothing. */
export async function findPreferences(db: Queryable, id: string): Promise<Preferences | null> {
  const [row] = await db
    .select({ preferences: users.preferences })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deletedAt)));
  return row ? Preferences.catch({}).parse(row.preferences) : null;
}

/** Whether nobody has an account yet. */
export async function isFresh(db: Queryable): Promise<boolean> {
  const [row] = await db.select({ id: users.id }).from(users).limit(1);
  return row === undefined;
}
