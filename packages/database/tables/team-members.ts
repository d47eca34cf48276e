import { index, pgTable, text, uniqueIndex, uuid } from '../pg-core.ts';
import { createdAt, id, updatedAt } from './columns.ts';
import { teams } from './teams.ts';
import { users } from './users.ts';

export const teamMembers = pgTable(
  'team_members',
  {
    id: id(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').$type<'owner' | 'admin' | 'editor' | 'viewer'>().notNull().default('editor'),
    invitedBy: uuid('invited_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('team_members_team_user_idx').on(t.teamId, t.userId),
    index('team_members_user_idx').on(t.userId),
    index('team_members_team_role_idx').on(t.teamId, t.role),
  ],
);
