import { boolean, index, pgTable, text, uuid } from '../pg-core.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { teams } from './teams.ts';
import { users } from './users.ts';

/** Signed-in devices. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** Where the address is, as far as that is known. */
    place: text('place'),
    /** Lives for thirty days and does not end when nothing is done in it. */
    remembered: boolean('remembered').notNull().default(true),
    impersonatedBy: uuid('impersonated_by').references(() => users.id, { onDelete: 'set null' }),
    activeTeamId: uuid('active_team_id').references(() => teams.id, { onDelete: 'set null' }),
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('sessions_user_created_idx').on(t.userId, t.createdAt), index('sessions_expires_at_idx').on(t.expiresAt)],
);
