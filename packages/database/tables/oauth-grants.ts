import { index, pgTable, text, uniqueIndex, uuid } from '../pg-core.ts';
import { createdAt, id, moment } from './columns.ts';
import { oauthApps } from './oauth-apps.ts';
import { users } from './users.ts';

/** That a person let an app in, and how far. Codes and tokens count only while it is in force. */
export const oauthGrants = pgTable(
  'oauth_grants',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    appId: uuid('app_id')
      .notNull()
      .references(() => oauthApps.id, { onDelete: 'cascade' }),
    scopes: text('scopes').array().$type<('read' | 'write' | 'admin')[]>().notNull(),
    connectedAt: moment('connected_at').notNull().defaultNow(),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('oauth_grants_user_app_idx').on(t.userId, t.appId), index('oauth_grants_app_idx').on(t.appId)],
);
