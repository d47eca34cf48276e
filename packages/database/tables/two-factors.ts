import { bigint, pgTable, text, uuid } from '../pg-core.ts';
import { createdAt, moment } from './columns.ts';
import { users } from './users.ts';

/** Authenticator apps: the shared secret, encrypted. It counts once `confirmed_at` is set; `last_step` is the last time step of which a code was taken. */
export const twoFactors = pgTable('two_factors', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  secret: text('secret').notNull(),
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  confirmedAt: moment('confirmed_at'),
  createdAt: createdAt(),
});
