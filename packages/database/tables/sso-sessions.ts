import { index, pgTable, text, uuid } from '../pg-core.ts';
import { sessions } from './sessions.ts';
import { ssoProviders } from './sso-providers.ts';

/** Sessions that an identity provider has opened, by what it calls them: so that a sign-out reaches both sides. */
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
    /** Of SAML. */
    sessionIndex: text('session_index'),
    /** Of OpenID Connect, encrypted: the provider knows by it which of its sessions ends. */
    idToken: text('id_token'),
  },
  (t) => [index('sso_sessions_subject_idx').on(t.providerId, t.subject)],
);
