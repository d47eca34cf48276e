import { index, pgTable, text, uuid } from '../pg-core.ts';
import { sql } from '../query.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { users } from './users.ts';

/** Keys for programs, kept as SHA-256; `prefix` is what people recognise one by. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    prefix: text('prefix').notNull(),
    keyHash: text('key_hash').notNull().unique(),
    scopes: text('scopes').array().$type<('read' | 'write' | 'admin')[]>().notNull().default(sql`'{}'::text[]`),
    lastUsedAt: moment('last_used_at'),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('api_keys_user_created_idx').on(t.userId, t.createdAt)],
);
