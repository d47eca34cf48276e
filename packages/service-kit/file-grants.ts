import type { TeamRole } from '@autograph/contracts';
import { files, type Queryable, shares, teamMembers } from '@autograph/database';
import { and, eq, gt, inArray, isNull, or, type SQL } from '@autograph/database/query.ts';
import type { Grant } from './policy.ts';

const teamsOf = (db: Queryable, userId: string) =>
  db.select({ id: teamMembers.teamId }).from(teamMembers).where(eq(teamMembers.userId, userId));

/** Condition on `shares`: in force now, and reaching a person directly or through a team. */
function sharesWith(db: Queryable, userId: string): SQL | undefined {
  return and(
    or(eq(shares.userId, userId), inArray(shares.teamId, teamsOf(db, userId))),
    isNull(shares.revokedAt),
    or(isNull(shares.expiresAt), gt(shares.expiresAt, new Date())),
  );
}

/** Condition on `files`: given to a person, or belonging to a team of theirs. */
export function givenTo(db: Queryable, userId: string): SQL | undefined {
  const shared = db.select({ id: shares.fileId }).from(shares).where(sharesWith(db, userId));
  return or(inArray(files.id, shared), inArray(files.teamId, teamsOf(db, userId)));
}

/** Someone's role in a team, null when they are not in it. */
export async function teamRoleOf(db: Queryable, teamId: string, userId: string): Promise<TeamRole | null> {
  const [row] = await db
    .select({ role: teamMembers.role })
    .from(teamMembers)
    .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.userId, userId)));
  return row?.role ?? null;
}

/** The grants that a person has on some files, by file id; files without any are left out. */
export async function grantsOf(db: Queryable, userId: string, fileIds: readonly string[]): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const found = new Map<string, Grant[]>();
  if (fileIds.length === 0) return found;
  const memberOf = (team: typeof shares.teamId | typeof files.teamId) => and(eq(teamMembers.teamId, team), eq(teamMembers.userId, userId));
  const [shared, owned] = await Promise.all([
    db
      .select({ fileId: shares.fileId, permission: shares.permission, role: teamMembers.role })
      .from(shares)
      .leftJoin(teamMembers, memberOf(shares.teamId))
      .where(and(inArray(shares.fileId, [...fileIds]), sharesWith(db, userId))),
    db
      .select({ fileId: files.id, role: teamMembers.role })
      .from(files)
      .innerJoin(teamMembers, memberOf(files.teamId))
      .where(inArray(files.id, [...fileIds])),
  ]);
  const give = (fileId: string, grant: Grant) => found.set(fileId, [...(found.get(fileId) ?? []), grant]);
  for (const { fileId, permission, role } of shared) give(fileId, { user_id: userId, permission, ...(role && { team_role: role }) });
  for (const { fileId, role } of owned) give(fileId, { user_id: userId, permission: 'own', team_role: role });
  return found;
}
