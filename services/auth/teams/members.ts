import { CodedError, type TeamMember, type TeamRole } from '@autograph/contracts';
import { type Queryable, teamMembers, teams, users } from '@autograph/database';
import { and, asc, eq, isNull, sql } from '@autograph/database/query.ts';

/** The members of a team: the owner first, then by name. */
export async function membersOf(db: Queryable, teamId: string): Promise<TeamMember[]> {
  const rows = await db
    .select({ member: teamMembers, name: users.name, email: users.email })
    .from(teamMembers)
    .innerJoin(users, eq(users.id, teamMembers.userId))
    .where(and(eq(teamMembers.teamId, teamId), isNull(users.deletedAt)))
    .orderBy(sql`${teamMembers.role} <> 'owner'`, asc(sql`lower(${users.name})`), asc(users.id));
  return rows.map(({ member, name, email }) => ({
    user_id: member.userId,
    name,
    email,
    role: member.role,
    joined_at: member.createdAt.toISOString(),
  }));
}

/** One member. Throws `not_found`. */
export async function memberOf(db: Queryable, teamId: string, userId: string): Promise<TeamMember> {
  const found = (await membersOf(db, teamId)).find(({ user_id }) => user_id === userId);
  if (!found) throw new CodedError('not_found', { message: 'This person is not in the team.' });
  return found;
}

export async function setRole(db: Queryable, teamId: string, userId: string, role: TeamRole): Promise<void> {
  await db
    .update(teamMembers)
    .set({ role })
    .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.userId, userId)));
}

/** Makes another member the owner; the one before becomes an admin. */
export async function handOver(db: Queryable, teamId: string, from: string, to: string): Promise<void> {
  await setRole(db, teamId, from, 'admin');
  await setRole(db, teamId, to, 'owner');
  await db.update(teams).set({ ownerId: to }).where(eq(teams.id, teamId));
}
