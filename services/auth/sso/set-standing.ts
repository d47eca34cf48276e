import type { Role } from '@autograph/contracts';
import { type Database, users } from '@autograph/database';
import { and, eq, isNull } from '@autograph/database/query.ts';

/**
 * Gives an account a role, or lets it in or out. `same` when it is so already, `last_admin` when nobody would be left to administer the
 * instance: then nothing changes. Changes of admins take turns. Who is let out is let in again by the same alone (`by`): it is `same` for
 * an account that an administrator has closed.
 */
export function setStanding(
  db: Database,
  userId: string,
  standing: { readonly role: Role } | { readonly banned: boolean; readonly by: string },
): Promise<'changed' | 'same' | 'last_admin'> {
  return db.transaction(async (tx) => {
    const admins = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.role, 'admin'), eq(users.banned, false), isNull(users.deletedAt)))
      .for('update');
    const [row] = await tx
      .select({ role: users.role, banned: users.banned, banReason: users.banReason })
      .from(users)
      .where(eq(users.id, userId));
    if (!row || ('role' in standing ? row.role === standing.role : row.banned === standing.banned)) return 'same';
    if ('by' in standing && row.banned && row.banReason !== standing.by) return 'same';
    const leaves = 'role' in standing ? standing.role !== 'admin' : standing.banned;
    if (leaves && admins.length === 1 && admins[0]?.id === userId) return 'last_admin';
    const set = 'role' in standing ? standing : { banned: standing.banned, banReason: standing.banned ? standing.by : null };
    await tx.update(users).set(set).where(eq(users.id, userId));
    return 'changed';
  });
}
