import type { Role } from '@autograph/contracts';
import { type Database, users } from '@autograph/database';
import { and, eq, isNull } from 'drizzle-orm';

/**
 * Gives an account a role, or lets it in or out. `same` when it is so already, `last_admin` when nobody would be left to administer the
 * instance: then nothing changes. Changes of admins take turns.
 */
export function setStanding(
  db: Database,
  userId: string,
  standing: { readonly role: Role } | { readonly banned: boolean },
): Promise<'changed' | 'same' | 'last_admin'> {
  return db.transaction(async (tx) => {
    const admins = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.role, 'admin'), eq(users.banned, false), isNull(users.deletedAt)))
      .for('update');
    const [row] = await tx.select({ role: users.role, banned: users.banned }).from(users).where(eq(users.id, userId));
    if (!row || ('role' in standing ? row.role === standing.role : row.banned === standing.banned)) return 'same';
    const leaves = 'role' in standing ? standing.role !== 'admin' : standing.banned;
    if (leaves && admins.length === 1 && admins[0]?.id === userId) return 'last_admin';
    await tx.update(users).set(standing).where(eq(users.id, userId));
    return 'changed';
  });
}
