import { index, pgTable, primaryKey, text, uuid } from '../pg-core.ts';
import { moment } from './columns.ts';
import { ssoProviders } from './sso-providers.ts';

/** Assertions that were accepted, so that none is accepted twice; each is kept until it has lapsed by itself. */
export const ssoAssertions = pgTable(
  'sso_assertions',
  {
    providerId: uuid('provider_id')
      .notNull()
      .references(() => ssoProviders.id, { onDelete: 'cascade' }),
    assertionId: text('assertion_id').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.providerId, t.assertionId] }), index('sso_assertions_expires_at_idx').on(t.expiresAt)],
);
