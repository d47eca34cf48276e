import { index, pgTable, text, uuid } from '../pg-core.ts';
import { sql } from '../query.ts';
import { createdAt, id, moment } from './columns.ts';
import { sessions } from './sessions.ts';
import { users } from './users.ts';

/** Refresh tokens by SHA-256; `family_id` is shared by all that came from one sign-in, so that a replay ends them all. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    familyId: uuid('family_id').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('refresh_tokens_user_idx').on(t.userId),
    index('refresh_tokens_session_idx').on(t.sessionId),
    index('refresh_tokens_family_idx').on(t.familyId),
    index('refresh_tokens_expires_live_idx').on(t.expiresAt).where(sql`${t.revokedAt} is null`),
  ],
);
