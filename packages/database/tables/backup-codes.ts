import { pgTable, text, uniqueIndex, uuid } from '../pg-core.ts';
import { createdAt, id, moment } from './columns.ts';
import { users } from './users.ts';

/** Codes that stand in for the authenticator app, each once, by SHA-256. */
export const backupCodes = pgTable(
  'backup_codes',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: moment('used_at'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('backup_codes_user_code_idx').on(t.userId, t.codeHash)],
);
