import type { Role } from '@autograph/contracts';
import { type Database, users } from '@autograph/database';
import { and, eq, isNull } from '@autograph/database/query.ts';

/** What an account is given; what is absent stays as it is. */
export interface Standing {
  readonly role?: Role | undefined;
  /** Whether it is closed. */
  readonly banned?: boolean | undefined;
  /** The system that closes or opens it; absent for an administrator. */
  readonly by?: string;
}

/**
 * Gives an account a role, or lets it in or out. `same` when it is so already, `last_admin` when nobody would be left to administer the
 * instance: then nothing changes. Changes of admins take turns. An administrator opens what anybody has closed; a system (`by`) only what
 * it has closed itself: else it is `same`.
 */
export function setStanding(db: Database, userId: string, { role, banned, by }: Standing): Promise<'changed' | 'same' | 'last_admin'> {
  return db.transaction(async (tx) => {
    const admins = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.role, 'admin'), eq(users.banned, false), isNull(users.deletedAt)))
      .orderBy(users.id)
      .for('update');
    const [row] = await tx
      .select({ role: users.role, banned: users.banned, banReason: users.banReason })
      .from(users)
      .where(eq(users.id, userId));
    if (!row) return 'same';
    const mayBan = by === undefined || (banned !== row.banned && (banned || row.banReason === by));
    const next = {
      role: role ?? row.role,
      ...(banned === undefined || !mayBan
        ? { banned: row.banned, banReason: row.banReason }
        : { banned, banReason: banned ? (by ?? null) : null }),
    };
    if (next.role === row.role && next.banned === row.banned && next.banReason === row.banReason) return 'same';
    const leaves = next.role !== 'admin' || next.banned;
    if (leaves && admins.length === 1 && admins[0]?.id === userId) return 'last_admin';
    await tx.update(users).set(next).where(eq(users.id, userId));
    return 'changed';
  });
}
