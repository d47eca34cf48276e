import { randomUUID } from 'node:crypto';
import {
  type AuditEvent,
  CodedError,
  changeMember,
  createTeam,
  deleteTeam,
  getTeam,
  handOverTeam,
  listTeams,
  removeMember,
  renameTeam,
} from '@autograph/contracts';
import { teamMembers, teams } from '@autograph/database';
import { and, eq } from '@autograph/database/query.ts';
import { can, canInTeam, type Identity, implement } from '@autograph/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { invitationsOf } from './invitations.ts';
import { handOver, memberOf, membersOf, setRole } from './members.ts';
import { findTeams, openTeam, tellAccess } from './team.ts';

interface Note {
  readonly action: Extract<AuditEvent, `team.${string}`>;
  readonly teamId: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes what happened to a team to the audit log. */
export function noteTeam(kit: AuthKit, request: FastifyRequest, { user_id }: Identity, { action, teamId, details }: Note): Promise<void> {
  const resource = { type: 'team', id: teamId } as const;
  return recordEvent(kit.db, request, { action, result: 'success', userId: user_id, resource, ...(details && { details }) });
}

const ownerStays = 'The owner stays: hand the team over to another member first.';

export function serveTeams(app: FastifyInstance, kit: AuthKit): void {
  implement(app, listTeams, async ({ identity }) => ({ items: await findTeams(kit.db, identity) }));

  implement(app, createTeam, async ({ body, identity, request }) => {
    if (!can(identity, 'team.create')) throw new CodedError('forbidden', { message: 'Your role may not start teams.' });
    const teamId = await kit.db.transaction(async (tx) => {
      const values = { name: body.name, slug: randomUUID(), ownerId: identity.user_id };
      const [row] = await tx.insert(teams).values(values).returning({ id: teams.id });
      if (!row) throw new CodedError('internal');
      await tx.insert(teamMembers).values({ teamId: row.id, userId: identity.user_id, role: 'owner' });
      return row.id;
    });
    await noteTeam(kit, request, identity, { action: 'team.created', teamId, details: body });
    return openTeam(kit.db, teamId, identity, 'team.read');
  });

  implement(app, getTeam, async ({ params, identity }) => {
    const team = await openTeam(kit.db, params.id, identity, 'team.read');
    const manages = canInTeam(identity, 'team.manage', team.role);
    const [people, invitations] = await Promise.all([
      membersOf(kit.db, team.id),
      manages ? invitationsOf(kit.db, team.id, new Date()) : [],
    ]);
    return { ...team, people, invitations };
  });

  implement(app, renameTeam, async ({ params, body, identity, request }) => {
    const { id, name } = await openTeam(kit.db, params.id, identity, 'team.manage');
    await kit.db.update(teams).set({ name: body.name }).where(eq(teams.id, id));
    await noteTeam(kit, request, identity, { action: 'team.renamed', teamId: id, details: { from: name, to: body.name } });
    return openTeam(kit.db, id, identity, 'team.read');
  });

  implement(app, deleteTeam, async ({ params, identity, request }) => {
    const { id, name } = await openTeam(kit.db, params.id, identity, 'team.own');
    await noteTeam(kit, request, identity, { action: 'team.deleted', teamId: id, details: { name } });
    await kit.db.delete(teamMembers).where(eq(teamMembers.teamId, id));
    await tellAccess(kit, id);
    await kit.db.delete(teams).where(eq(teams.id, id));
    return { id };
  });

  implement(app, changeMember, async ({ params, body, identity, request }) => {
    const { id } = await openTeam(kit.db, params.id, identity, 'team.manage');
    const member = await memberOf(kit.db, id, params.user_id);
    if (member.role === 'owner') throw new CodedError('team_needs_owner', { message: ownerStays });
    await setRole(kit.db, id, member.user_id, body.role);
    await tellAccess(kit, id);
    const details = { user_id: member.user_id, from: member.role, to: body.role };
    await noteTeam(kit, request, identity, { action: 'team.role_changed', teamId: id, details });
    return memberOf(kit.db, id, member.user_id);
  });

  implement(app, removeMember, async ({ params, identity, request }) => {
    const leaves = params.user_id === identity.user_id;
    const { id } = await openTeam(kit.db, params.id, identity, leaves ? 'team.read' : 'team.manage');
    const member = await memberOf(kit.db, id, params.user_id);
    if (member.role === 'owner') throw new CodedError('team_needs_owner', { message: ownerStays });
    await kit.db.delete(teamMembers).where(and(eq(teamMembers.teamId, id), eq(teamMembers.userId, member.user_id)));
    await tellAccess(kit, id);
    const details = { user_id: member.user_id };
    await noteTeam(kit, request, identity, { action: leaves ? 'team.left' : 'team.member_removed', teamId: id, details });
    return { user_id: member.user_id };
  });

  implement(app, handOverTeam, async ({ params, body, identity, request }) => {
    const { id } = await openTeam(kit.db, params.id, identity, 'team.own');
    await memberOf(kit.db, id, body.user_id);
    await kit.db.transaction(async (tx) => {
      const owner = (await membersOf(tx, id)).find(({ role }) => role === 'owner');
      if (owner && owner.user_id !== body.user_id) await handOver(tx, id, owner.user_id, body.user_id);
    });
    await tellAccess(kit, id);
    await noteTeam(kit, request, identity, { action: 'team.handed_over', teamId: id, details: { to: body.user_id } });
    return memberOf(kit.db, id, body.user_id);
  });
}
