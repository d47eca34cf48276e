import { index, pgTable, text, uuid } from '../pg-core.ts';
import { sessions } from './sessions.ts';
import { ssoProviders } from './sso-providers.ts';

/** Sessions that a SAML provider has opened, by what it calls them: so that either side can end both. */
export const ssoSessions = pgTable(
  'sso_sessions',
  {
    sessionId: uuid('session_id')
      .primaryKey()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => ssoProviders.id, { onDelete: 'cascade' }),
    subject: text('subject').notNull(),
    format: text('format'),
    sessionIndex: text('session_index'),
  },
  (t) => [index('sso_sessions_subject_idx').on(t.providerId, t.subject)],
);
