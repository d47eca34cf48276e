import { boolean, index, pgTable, text, uuid } from '../pg-core.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { users } from './users.ts';

/** Apps that may ask people for access; the id is the client id. The secret of a confidential one is kept as SHA-256. */
export const oauthApps = pgTable(
  'oauth_apps',
  {
    id: id(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    homepage: text('homepage'),
    redirectUris: text('redirect_uris').array().notNull(),
    confidential: boolean('confidential').notNull().default(false),
    secretHash: text('secret_hash'),
    deletedAt: moment('deleted_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('oauth_apps_owner_idx').on(t.ownerId)],
);
