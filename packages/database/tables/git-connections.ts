import { index, jsonb, pgTable, text, uniqueIndex, uuid } from '../pg-core.ts';
import { sql } from '../query.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { files } from './files.ts';
import { teams } from './teams.ts';
import { users } from './users.ts';

/** Links to repositories; `credential` is encrypted before it comes here. */
export const gitConnections = pgTable(
  'git_connections',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    teamId: uuid('team_id').references(() => teams.id, { onDelete: 'cascade' }),
    fileId: uuid('file_id').references(() => files.id, { onDelete: 'cascade' }),
    provider: text('provider').notNull(),
    repository: text('repository').notNull(),
    branch: text('branch'),
    path: text('path'),
    credential: text('credential'),
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull().default({}),
    lastSyncedAt: moment('last_synced_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('git_connections_team_idx').on(t.teamId),
    index('git_connections_file_idx').on(t.fileId).where(sql`${t.fileId} is not null`),
    uniqueIndex('git_connections_place_idx').on(t.userId, t.provider, t.repository, t.branch, t.path, t.fileId),
  ],
);
