import { index, pgTable, text, uuid } from '../pg-core.ts';
import { createdAt, id, moment } from './columns.ts';
import { users } from './users.ts';

/** What a mailed link lets its holder do. */
export type LinkPurpose = 'verify_email' | 'reset_password' | 'recover_two_factor';

/** Mailed links by SHA-256. A used one stays until it lapses, so that it can be told from one that never was. */
export const accountLinks = pgTable(
  'account_links',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    purpose: text('purpose').$type<LinkPurpose>().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    createdAt: createdAt(),
  },
  (t) => [index('account_links_user_purpose_idx').on(t.userId, t.purpose), index('account_links_expires_at_idx').on(t.expiresAt)],
);
