import { type Queryable, shares, teamMembers } from '@autograph/database';
import { and, eq, gt, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { Grant } from './policy.ts';

/** Condition on `shares`: in force now, and reaching a person directly or through a team. */
export function sharesWith(db: Queryable, userId: string): SQL | undefined {
  const teams = db.select({ id: teamMembers.teamId }).from(teamMembers).where(eq(teamMembers.userId, userId));
  return and(
    or(eq(shares.userId, userId), inArray(shares.teamId, teams)),
    isNull(shares.revokedAt),
    or(isNull(shares.expiresAt), gt(shares.expiresAt, new Date())),
  );
}

/** The grants that a person has on some files, by file id; files without any are left out. */
export async function grantsOf(db: Queryable, userId: string, fileIds: readonly string[]): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const found = new Map<string, Grant[]>();
  if (fileIds.length === 0) return found;
  const rows = await db
    .select({ fileId: shares.fileId, permission: shares.permission })
    .from(shares)
    .where(and(inArray(shares.fileId, [...fileIds]), sharesWith(db, userId)));
  for (const { fileId, permission } of rows) found.set(fileId, [...(found.get(fileId) ?? []), { user_id: userId, permission }]);
  return found;
}
