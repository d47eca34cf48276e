import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from '../pg-core.ts';
import { sql } from '../query.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';

/** People with an account. Addresses are unique without regard to letter case. */
export const users = pgTable(
  'users',
  {
    id: id(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    role: text('role').$type<'admin' | 'editor' | 'viewer'>().notNull().default('editor'),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    banned: boolean('banned').notNull().default(false),
    banReason: text('ban_reason'),
    banExpires: moment('ban_expires'),
    failedLogins: integer('failed_logins').notNull().default(0),
    lockedUntil: moment('locked_until'),
    /** A lost second factor waits for an admin's consent since then. */
    recoveryRequestedAt: moment('recovery_requested_at'),
    lastLoginAt: moment('last_login_at'),
    preferences: jsonb('preferences').$type<Record<string, unknown>>().notNull().default({}),
    deletedAt: moment('deleted_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('users_email_lower_idx').on(sql`lower(${t.email})`),
    index('users_role_idx').on(t.role),
    index('users_created_at_idx').on(t.createdAt),
    index('users_name_trgm_idx').using('gin', sql`${t.name} gin_trgm_ops`),
  ],
);
