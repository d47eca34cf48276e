import { index, pgTable, text, uuid } from '../pg-core.ts';
import { createdAt, id, moment } from './columns.ts';
import { teams } from './teams.ts';
import { users } from './users.ts';

/** Invitations to teams; the mailed token is kept as SHA-256. */
export const teamInvitations = pgTable(
  'team_invitations',
  {
    id: id(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    email: text('email').notNull(),
    role: text('role').$type<'admin' | 'editor' | 'viewer'>().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: uuid('invited_by').references(() => users.id, { onDelete: 'set null' }),
    sentAt: moment('sent_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [index('team_invitations_team_idx').on(t.teamId), index('team_invitations_email_idx').on(t.email)],
);
