import { CodedError, type GivenTeamRole, type TeamInvitation } from '@autograph/contracts';
import { type Queryable, teamInvitations, teams, users } from '@autograph/database';
import { and, desc, eq, isNull, type SQL, sql } from '@autograph/database/query.ts';
import { hashOfSecret } from '@autograph/service-kit';
import { newSecret } from '../keys/secret.ts';

/** Days that an invitation may be accepted. */
export const invitationDays = 7;

const until = (now: Date): Date => new Date(now.getTime() + invitationDays * 86_400_000);

const open = and(isNull(teamInvitations.acceptedAt), isNull(teamInvitations.revokedAt));

async function find(db: Queryable, where: SQL | undefined, now: Date): Promise<TeamInvitation[]> {
  const rows = await db
    .select({ invitation: teamInvitations, inviter: users.name })
    .from(teamInvitations)
    .leftJoin(users, eq(users.id, teamInvitations.invitedBy))
    .where(and(open, where))
    .orderBy(desc(teamInvitations.sentAt), desc(teamInvitations.id));
  return rows.map(({ invitation, inviter }) => ({
    id: invitation.id,
    email: invitation.email,
    role: invitation.role,
    invited_by: inviter,
    sent_at: invitation.sentAt.toISOString(),
    expires_at: invitation.expiresAt.toISOString(),
    expired: invitation.expiresAt <= now,
  }));
}

/** The invitations of a team that nobody has answered, lapsed ones too. */
export const invitationsOf = (db: Queryable, teamId: string, now: Date): Promise<TeamInvitation[]> =>
  find(db, eq(teamInvitations.teamId, teamId), now);

/** One of them. Throws `not_found`. */
export async function invitationOf(db: Queryable, teamId: string, id: string, now: Date): Promise<TeamInvitation> {
  const [found] = await find(db, and(eq(teamInvitations.teamId, teamId), eq(teamInvitations.id, id)), now);
  if (!found) throw new CodedError('not_found', { message: 'This invitation was answered or taken back.' });
  return found;
}

interface Invited {
  readonly teamId: string;
  readonly email: string;
  readonly role: GivenTeamRole;
  readonly invitedBy: string;
}

/** Invites an address, in place of an open invitation of the same address. Gives its id and the token of its link. */
export async function invite(db: Queryable, { teamId, email, role, invitedBy }: Invited, now: Date) {
  const { secret, hash } = newSecret('agi_');
  const same = and(open, eq(teamInvitations.teamId, teamId), eq(sql`lower(${teamInvitations.email})`, email.toLowerCase()));
  await db.update(teamInvitations).set({ revokedAt: now }).where(same);
  const values = { teamId, email, role, invitedBy, tokenHash: hash, sentAt: now, expiresAt: until(now) };
  const [row] = await db.insert(teamInvitations).values(values).returning({ id: teamInvitations.id });
  return { id: row?.id ?? '', token: secret };
}

/** Gives an invitation a new link and another seven days. */
export async function renew(db: Queryable, id: string, now: Date): Promise<string> {
  const { secret, hash } = newSecret('agi_');
  await db
    .update(teamInvitations)
    .set({ tokenHash: hash, sentAt: now, expiresAt: until(now) })
    .where(eq(teamInvitations.id, id));
  return secret;
}

/** What a link invites to. Throws `invitation_invalid` when it is unknown, answered or taken back, `invitation_expired` after its days. */
export async function byToken(db: Queryable, token: string, now: Date) {
  const [row] = await db
    .select({ invitation: teamInvitations, team: teams.name, inviter: users.name })
    .from(teamInvitations)
    .innerJoin(teams, eq(teams.id, teamInvitations.teamId))
    .leftJoin(users, eq(users.id, teamInvitations.invitedBy))
    .where(and(open, eq(teamInvitations.tokenHash, hashOfSecret(token))));
  if (!row) throw new CodedError('invitation_invalid');
  if (row.invitation.expiresAt <= now) throw new CodedError('invitation_expired');
  return row;
}
