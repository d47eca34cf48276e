import { check, index, pgTable, text, uniqueIndex, uuid } from '../pg-core.ts';
import { sql } from '../query.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { files } from './files.ts';
import { teams } from './teams.ts';
import { users } from './users.ts';

/** Access to a file given to a person, a team, or whoever holds a link (then `token_hash`, SHA-256 of its token, is set). */
export const shares = pgTable(
  'shares',
  {
    id: id(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    teamId: uuid('team_id').references(() => teams.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').unique(),
    permission: text('permission').$type<'view' | 'comment' | 'edit'>().notNull().default('view'),
    passwordHash: text('password_hash'),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('shares_file_user_idx').on(t.fileId, t.userId).where(sql`${t.userId} is not null`),
    uniqueIndex('shares_file_team_idx').on(t.fileId, t.teamId).where(sql`${t.teamId} is not null`),
    index('shares_user_live_idx').on(t.userId).where(sql`${t.revokedAt} is null`),
    index('shares_team_live_idx').on(t.teamId).where(sql`${t.revokedAt} is null`),
    index('shares_file_live_idx').on(t.fileId).where(sql`${t.revokedAt} is null`),
    check('shares_one_holder', sql`num_nonnulls(${t.userId}, ${t.teamId}, ${t.tokenHash}) = 1`),
  ],
);
