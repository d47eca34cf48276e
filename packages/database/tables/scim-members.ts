import { index, pgTable, primaryKey, uuid } from '../pg-core.ts';
import { scimGroups } from './scim-groups.ts';
import { users } from './users.ts';

/** Who is in a group of an identity provider. */
export const scimMembers = pgTable(
  'scim_members',
  {
    groupId: uuid('group_id')
      .notNull()
      .references(() => scimGroups.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.userId] }), index('scim_members_user_idx').on(t.userId)],
);
