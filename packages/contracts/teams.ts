import { z } from 'zod';
import { defineRoute } from './route.ts';
import { storableText } from './text.ts';

export const teamRoles = ['owner', 'admin', 'editor', 'viewer'] as const;
export const TeamRole = z.enum(teamRoles).describe('The role in a team');
export type TeamRole = z.infer<typeof TeamRole>;

/** What somebody may be made: a team has one owner, who hands it over. */
export const GivenTeamRole = z.enum(['admin', 'editor', 'viewer']);
export type GivenTeamRole = z.infer<typeof GivenTeamRole>;

export const Team = z.object({
  id: z.uuid(),
  name: z.string(),
  role: TeamRole.describe('Your own'),
  members: z.number().int(),
  files: z.number().int(),
  created_at: z.iso.datetime(),
});
export type Team = z.infer<typeof Team>;

export const TeamMember = z.object({
  user_id: z.string(),
  name: z.string(),
  email: z.string(),
  role: TeamRole,
  joined_at: z.iso.datetime(),
});
export type TeamMember = z.infer<typeof TeamMember>;

export const TeamInvitation = z.object({
  id: z.uuid(),
  email: z.string(),
  role: GivenTeamRole,
  invited_by: z.string().nullable(),
  sent_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  expired: z.boolean(),
});
export type TeamInvitation = z.infer<typeof TeamInvitation>;

const name = storableText.trim().min(1, 'Give the team a name.').max(80, 'Use at most 80 characters.');
const team = z.object({ id: z.uuid() });
const member = team.extend({ user_id: z.uuid() });
const invitation = team.extend({ invitation_id: z.uuid() });
const common = ['unauthenticated', 'forbidden', 'not_found', 'validation_failed'] as const;

export const listTeams = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/teams',
  summary: 'The teams that you are in.',
  responses: { 200: z.object({ items: z.array(Team) }) },
  errors: ['unauthenticated'],
});

export const createTeam = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/teams',
  summary: 'Start a team; you become its owner.',
  body: z.object({ name }),
  responses: { 201: Team },
  errors: ['unauthenticated', 'forbidden', 'validation_failed'],
});

export const getTeam = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/teams/:id',
  summary: 'A team with its members, and for who manages it the open invitations.',
  params: team,
  responses: { 200: Team.extend({ people: z.array(TeamMember), invitations: z.array(TeamInvitation) }) },
  errors: common,
});

export const renameTeam = defineRoute({
  service: 'auth',
  method: 'PATCH',
  path: '/api/teams/:id',
  summary: 'Rename a team.',
  params: team,
  body: z.object({ name }),
  responses: { 200: Team },
  errors: common,
});

export const deleteTeam = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/teams/:id',
  summary: 'Delete a team. Its files stay with the people who own them; the others lose what they had through the team.',
  params: team,
  responses: { 200: z.object({ id: z.string() }) },
  errors: common,
});

export const changeMember = defineRoute({
  service: 'auth',
  method: 'PATCH',
  path: '/api/teams/:id/members/:user_id',
  summary: 'Change what a member may do.',
  params: member,
  body: z.object({ role: GivenTeamRole }),
  responses: { 200: TeamMember },
  errors: [...common, 'team_needs_owner'],
});

export const removeMember = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/teams/:id/members/:user_id',
  summary: 'Put a member out of a team, or leave it yourself.',
  params: member,
  responses: { 200: z.object({ user_id: z.string() }) },
  errors: [...common, 'team_needs_owner'],
});

export const handOverTeam = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/teams/:id/owner',
  summary: 'Make another member the owner; the owner before becomes an admin of the team.',
  params: team,
  body: z.object({ user_id: z.uuid() }),
  responses: { 200: TeamMember },
  errors: common,
});

export const inviteToTeam = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/teams/:id/invitations',
  summary: 'Invite an e-mail address to a team; a second time sends a new mail in place of the first.',
  params: team,
  body: z.object({ email: z.email('Enter an e-mail address.').max(254), role: GivenTeamRole.default('editor') }),
  responses: { 201: TeamInvitation },
  errors: [...common, 'already_member', 'rate_limited'],
});

export const resendInvitation = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/teams/:id/invitations/:invitation_id/resend',
  summary: 'Send an invitation again, good for another seven days; the link of the mail before stops working.',
  params: invitation,
  responses: { 200: TeamInvitation },
  errors: [...common, 'rate_limited'],
});

export const revokeInvitation = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/teams/:id/invitations/:invitation_id',
  summary: 'Take an invitation back.',
  params: invitation,
  responses: { 200: z.object({ id: z.string() }) },
  errors: common,
});

const token = z.object({ token: z.string().min(1).max(200) });

export const readInvitation = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/invitations/read',
  summary: 'What the link of an invitation invites to.',
  public: true,
  body: token,
  responses: {
    200: z.object({
      team: z.string(),
      email: z.string(),
      role: GivenTeamRole,
      invited_by: z.string().nullable(),
      expires_at: z.iso.datetime(),
    }),
  },
  errors: ['validation_failed', 'invitation_invalid', 'invitation_expired'],
});

export const acceptInvitation = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Join the team that an invitation is for, with the account of the address that it was sent to.',
  scope: 'session',
  body: token,
  responses: { 200: Team },
  errors: [
    'unauthenticated',
    'session_required',
    'validation_failed',
    'invitation_invalid',
    'invitation_expired',
    'wrong_account',
    'already_member',
  ],
});

export const fileTeam = defineRoute({
  service: 'diagram',
  method: 'GET',
  path: '/api/diagrams/:id/team',
  summary: 'The team that a file belongs to.',
  params: z.object({ id: z.string().min(1).max(64) }),
  responses: { 200: z.object({ team_id: z.string().nullable(), name: z.string().nullable() }) },
  errors: common,
});

export const moveToTeam = defineRoute({
  service: 'diagram',
  method: 'PUT',
  path: '/api/diagrams/:id/team',
  summary: 'Give a file to a team, where it reads and edits it by its roles, or take it back with null. For the file’s owner.',
  params: z.object({ id: z.string().min(1).max(64) }),
  body: z.object({ team_id: z.uuid().nullable() }),
  responses: { 200: z.object({ team_id: z.string().nullable() }) },
  errors: common,
});
