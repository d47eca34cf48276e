import { type Queryable, users } from '@autograph/database';
import { and, eq, isNull, sql } from '@autograph/database/query.ts';

/** The account of an e-mail address, whatever its letter case; null when there is none. */
export async function findByEmail(db: Queryable, email: string): Promise<typeof users.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(users)
    .where(and(eq(sql`lower(${users.email})`, email.toLowerCase()), isNull(users.deletedAt)));
  return row ?? null;
}
