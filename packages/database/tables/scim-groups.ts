import { pgTable, text, unique, uuid } from '../pg-core.ts';
import { createdAt, id, updatedAt } from './columns.ts';
import { ssoProviders } from './sso-providers.ts';

/** Groups that an identity provider has told of by SCIM. */
export const scimGroups = pgTable(
  'scim_groups',
  {
    id: id(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => ssoProviders.id, { onDelete: 'cascade' }),
    displayName: text('display_name').notNull(),
    externalId: text('external_id'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [unique('scim_groups_provider_name_unique').on(t.providerId, t.displayName)],
);
