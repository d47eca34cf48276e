import { accessChannel, CodedError, type Team } from '@autograph/contracts';
import { files, type Queryable, shares, teamMembers, teams } from '@autograph/database';
import { and, asc, eq, isNull, type SQL, sql } from '@autograph/database/query.ts';
import { canInTeam, type Identity, type TeamAction, teamRoleOf } from '@autograph/service-kit';
import type { AuthKit } from '../auth-kit.ts';

/** Teams with the role that someone has in each; those they are not in are there for admins of the instance, as if they owned them. */
export async function findTeams(db: Queryable, identity: Identity, where?: SQL): Promise<Team[]> {
  const mine = and(eq(teamMembers.teamId, teams.id), eq(teamMembers.userId, identity.user_id));
  const others = sql`${teamMembers} as others`;
  const rows = await db
    .select({
      team: teams,
      role: teamMembers.role,
      members: sql<number>`(select count(*) from ${others} where others.team_id = ${teams.id})`.mapWith(Number),
      files: sql<number>`(${db.$count(files, and(eq(files.teamId, teams.id), isNull(files.deletedAt)))})`.mapWith(Number),
    })
    .from(teams)
    .leftJoin(teamMembers, mine)
    .where(and(isNull(teams.deletedAt), where ?? sql`${teamMembers.id} is not null`))
    .orderBy(asc(sql`lower(${teams.name})`), asc(teams.id));
  return rows.map(({ team, role, members, files: held }) => ({
    id: team.id,
    name: team.name,
    role: role ?? 'owner',
    members,
    files: held,
    created_at: team.createdAt.toISOString(),
  }));
}

/** A team in which someone may do `action`. Throws `not_found` for one that they cannot see, `forbidden` when their role is too low. */
export async function openTeam(db: Queryable, id: string, identity: Identity, action: TeamAction): Promise<Team> {
  const role = await teamRoleOf(db, id, identity.user_id);
  const [team] = canInTeam(identity, 'team.read', role) ? await findTeams(db, identity, eq(teams.id, id)) : [];
  if (!team) throw new CodedError('not_found', { message: 'You are in no such team.' });
  if (canInTeam(identity, action, role)) return team;
  const who =
    action === 'team.own' ? 'Only the owner of this team may do that.' : 'Only the owner and the admins of this team may do that.';
  throw new CodedError('forbidden', { message: who });
}

/** Lets whoever has a file of the team open be looked at again: who lost it is put out. */
export async function tellAccess({ db, pubsub }: Pick<AuthKit, 'db' | 'pubsub'>, teamId: string): Promise<void> {
  const own = await db.select({ id: files.id }).from(files).where(eq(files.teamId, teamId));
  const shared = await db.select({ id: shares.fileId }).from(shares).where(eq(shares.teamId, teamId));
  for (const id of new Set([...own, ...shared].map((file) => file.id))) await pubsub.publish(accessChannel(id), '');
}
