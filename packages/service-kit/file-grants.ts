import type { TeamRole } from '@autograph/contracts';
import { files, type Queryable, shares, teamMembers } from '@autograph/database';
import { and, eq, gt, inArray, isNull, or, type SQL, sql } from '@autograph/database/query.ts';
import type { FileGrants, Grant } from './policy.ts';

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

/** How a share reaches a person: directly, or through the team where they have a role. */
interface Shared {
  readonly permission: Exclude<Grant['permission'], 'own'>;
  readonly team_role: TeamRole | null;
}

/** What a person was given of a file, as a row with `grantColumns` tells it. */
export interface Given {
  readonly ownerId: string;
  readonly shared: readonly Shared[];
  /** In the team that the file belongs to. */
  readonly teamRole: TeamRole | null;
}

/** Columns of a statement over `files` that tell what each of them gives a person: `grantsIn` reads them. */
export function grantColumns(db: Queryable, userId: string) {
  const memberOf = (team: typeof shares.teamId | typeof files.teamId) => and(eq(teamMembers.teamId, team), eq(teamMembers.userId, userId));
  const share = sql`json_build_object('permission', ${shares.permission}, 'team_role', ${teamMembers.role})`;
  const shared = db
    .select({ all: sql`json_agg(${share})` })
    .from(shares)
    .leftJoin(teamMembers, memberOf(shares.teamId))
    .where(and(eq(shares.fileId, files.id), sharesWith(db, userId)));
  const role = db.select({ role: teamMembers.role }).from(teamMembers).where(memberOf(files.teamId));
  return {
    ownerId: files.ownerId,
    shared: sql<readonly Shared[]>`coalesce((${shared}), '[]')`,
    teamRole: sql<TeamRole | null>`(${role})`,
  };
}

/** What a row with `grantColumns` gives the person that they were asked for. */
export function grantsIn({ ownerId, shared, teamRole }: Given, userId: string): FileGrants {
  const shares: Grant[] = shared.map(({ permission, team_role }) => ({ user_id: userId, permission, ...(team_role && { team_role }) }));
  if (teamRole) shares.push({ user_id: userId, permission: 'own', team_role: teamRole });
  return { owner_id: ownerId, shares };
}
