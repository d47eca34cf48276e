import { pgTable, text, uniqueIndex, uuid } from '../pg-core.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { users } from './users.ts';

/** Ways in: a password (provider `credential`, bcrypt hash in `password`) or an outside identity provider. */
export const accounts = pgTable(
  'accounts',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('accounts_provider_account_idx').on(t.providerId, t.accountId),
    uniqueIndex('accounts_user_provider_idx').on(t.userId, t.providerId, t.accountId),
  ],
);
