import { acceptInvitation, CodedError, inviteToTeam, readInvitation, resendInvitation, revokeInvitation } from '@autograph/contracts';
import { teamInvitations, teamMembers } from '@autograph/database';
import { and, eq, isNull } from '@autograph/database/query.ts';
import { implement, teamRoleOf } from '@autograph/service-kit';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AuthKit } from '../auth-kit.ts';
import { invitationMail } from '../mail/designs.ts';
import { sendMail } from '../mail/send-mail.ts';
import { mayMail } from '../mail-limit.ts';
import { byToken, invitationDays, invitationOf, invite, renew } from './invitations.ts';
import { membersOf } from './members.ts';
import { noteTeam } from './routes.ts';
import { openTeam, tellAccess } from './team.ts';

/** Invitations that a person may send within the hour, to whomever. */
const perHour = 100;

/** Throws `rate_limited` rather than that strangers are written to again and again. */
async function requireMail(kit: AuthKit, reply: FastifyReply, inviterId: string, email: string): Promise<void> {
  const sent = await kit.kv.increment(`invitations:${inviterId}`, { ttlSeconds: 3600 });
  if (sent <= perHour && (await mayMail(kit, 'invitation', email))) return;
  reply.header('retry-after', '3600');
  const message =
    sent > perHour ? 'You have sent many invitations. Go on in an hour.' : 'This address was invited often. Try again in an hour.';
  throw new CodedError('rate_limited', { message });
}

export function serveInvitations(app: FastifyInstance, kit: AuthKit): void {
  const mail = (to: string, inviter: string, team: string, token: string) => {
    const url = `${kit.config.PUBLIC_URL}/invitation?token=${encodeURIComponent(token)}`;
    return sendMail(kit, to, invitationMail({ inviter, what: `the team ${team}`, url, days: invitationDays }));
  };

  implement(app, inviteToTeam, async ({ params, body, identity, request, reply }) => {
    const team = await openTeam(kit.db, params.id, identity, 'team.manage');
    const members = await membersOf(kit.db, team.id);
    if (members.some(({ email }) => email.toLowerCase() === body.email.toLowerCase())) throw new CodedError('already_member');
    await requireMail(kit, reply, identity.user_id, body.email);
    const now = new Date();
    const { id, token } = await invite(kit.db, { teamId: team.id, ...body, invitedBy: identity.user_id }, now);
    await mail(body.email, identity.name, team.name, token);
    await noteTeam(kit, request, identity, { action: 'team.invited', teamId: team.id, details: body });
    return invitationOf(kit.db, team.id, id, now);
  });

  implement(app, resendInvitation, async ({ params, identity, request, reply }) => {
    const team = await openTeam(kit.db, params.id, identity, 'team.manage');
    const now = new Date();
    const { id, email } = await invitationOf(kit.db, team.id, params.invitation_id, now);
    await requireMail(kit, reply, identity.user_id, email);
    await mail(email, identity.name, team.name, await renew(kit.db, id, now));
    await noteTeam(kit, request, identity, { action: 'team.invitation_sent_again', teamId: team.id, details: { email } });
    return invitationOf(kit.db, team.id, id, now);
  });

  implement(app, revokeInvitation, async ({ params, identity, request }) => {
    const team = await openTeam(kit.db, params.id, identity, 'team.manage');
    const now = new Date();
    const { id, email } = await invitationOf(kit.db, team.id, params.invitation_id, now);
    await kit.db.update(teamInvitations).set({ revokedAt: now }).where(eq(teamInvitations.id, id));
    await noteTeam(kit, request, identity, { action: 'team.invitation_revoked', teamId: team.id, details: { email } });
    return { id };
  });

  implement(app, readInvitation, async ({ body }) => {
    const { invitation, team, inviter } = await byToken(kit.db, body.token, new Date());
    const { email, role, expiresAt } = invitation;
    return { team, email, role, invited_by: inviter, expires_at: expiresAt.toISOString() };
  });

  implement(app, acceptInvitation, async ({ body, identity, request }) => {
    const now = new Date();
    const { invitation } = await byToken(kit.db, body.token, now);
    const { id, teamId, role, invitedBy, email } = invitation;
    if (email.toLowerCase() !== identity.email.toLowerCase())
      throw new CodedError('wrong_account', { message: `This invitation was sent to ${email}; you are signed in as ${identity.email}.` });
    if ((await teamRoleOf(kit.db, teamId, identity.user_id)) !== null) throw new CodedError('already_member');
    await kit.db.transaction(async (tx) => {
      const unanswered = and(eq(teamInvitations.id, id), isNull(teamInvitations.acceptedAt), isNull(teamInvitations.revokedAt));
      const taken = await tx.update(teamInvitations).set({ acceptedAt: now }).where(unanswered).returning({ id: teamInvitations.id });
      if (taken.length === 0) throw new CodedError('invitation_invalid');
      await tx.insert(teamMembers).values({ teamId, userId: identity.user_id, role, invitedBy }).onConflictDoNothing();
    });
    await tellAccess(kit, teamId);
    await noteTeam(kit, request, identity, { action: 'team.joined', teamId, details: { role } });
    return openTeam(kit.db, teamId, identity, 'team.read');
  });
}
