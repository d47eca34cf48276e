import type { User } from '@autograph/contracts';
import { type Queryable, users } from '@autograph/database';
import { and, eq, isNull } from 'drizzle-orm';

/** An account as callers see it. */
export function userOf(row: typeof users.$inferSelect): User {
  return { id: row.id, email: row.email, name: row.name, role: row.role, created_at: row.createdAt.toISOString() };
}

/** The account of an id, null when there is none (any more). */
export async function findUser(db: Queryable, id: string): Promise<User | null> {
  const [row] = await db
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deletedAt)));
  return row ? userOf(row) : null;
}

/** Whether nobody has an account yet. */
export async function isFresh(db: Queryable): Promise<boolean> {
  const [row] = await db.select({ id: users.id }).from(users).limit(1);
  return row === undefined;
}
