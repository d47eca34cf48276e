import { index, pgTable, text, uuid } from '../pg-core.ts';
import { createdAt, id, moment } from './columns.ts';
import { oauthGrants } from './oauth-grants.ts';

/** Authorization codes by SHA-256, each good for one trade. Its id is the family of the tokens that come from it. */
export const oauthCodes = pgTable(
  'oauth_codes',
  {
    id: id(),
    grantId: uuid('grant_id')
      .notNull()
      .references(() => oauthGrants.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull().unique(),
    redirectUri: text('redirect_uri').notNull(),
    codeChallenge: text('code_challenge').notNull(),
    scopes: text('scopes').array().$type<('read' | 'write' | 'admin')[]>().notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    createdAt: createdAt(),
  },
  (t) => [index('oauth_codes_grant_idx').on(t.grantId), index('oauth_codes_expires_at_idx').on(t.expiresAt)],
);
