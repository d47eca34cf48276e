import { index, pgTable, text, uuid } from '../pg-core.ts';
import { createdAt, id, moment } from './columns.ts';
import { oauthGrants } from './oauth-grants.ts';

/** Tokens of apps by SHA-256; `family_id` is shared by all that came from one authorization code, so that a replay ends them all. */
export const oauthTokens = pgTable(
  'oauth_tokens',
  {
    id: id(),
    grantId: uuid('grant_id')
      .notNull()
      .references(() => oauthGrants.id, { onDelete: 'cascade' }),
    familyId: uuid('family_id').notNull(),
    kind: text('kind').$type<'access' | 'refresh'>().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    scopes: text('scopes').array().$type<('read' | 'write' | 'admin')[]>().notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('oauth_tokens_grant_idx').on(t.grantId),
    index('oauth_tokens_family_idx').on(t.familyId),
    index('oauth_tokens_expires_at_idx').on(t.expiresAt),
  ],
);
