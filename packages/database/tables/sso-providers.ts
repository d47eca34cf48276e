import { boolean, jsonb, pgTable, text } from '../pg-core.ts';
import { sql } from '../query.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';

type Role = 'admin' | 'editor' | 'viewer';

/** How a provider is reached; the fields of each protocol as its contract has them. */
type Connection =
  | { protocol: 'saml'; entity_id: string; sso_url: string; certificates: string[]; slo_url?: string | null; sign_requests?: boolean }
  | { protocol: 'oidc'; issuer: string; client_id: string; scopes: string; end_session?: boolean };

/** Identity providers through which people sign in, and which may manage accounts by SCIM. */
export const ssoProviders = pgTable('sso_providers', {
  id: id(),
  name: text('name').notNull(),
  preset: text('preset').$type<'entra' | 'okta' | 'onelogin' | 'custom'>().notNull(),
  enabled: boolean('enabled').notNull().default(true),
  connection: jsonb('connection').$type<Connection>().notNull(),
  /** Sealed; of OpenID Connect. */
  clientSecret: text('client_secret'),
  /** Of SAML: what this instance signs with and what is encrypted for it, sealed, and its certificate; made when first needed. */
  ownKey: text('own_key'),
  ownCertificate: text('own_certificate'),
  domains: text('domains').array().notNull().default(sql`'{}'::text[]`),
  attributes: jsonb('attributes').$type<{ email: string; name: string; first_name: string; last_name: string; groups: string }>().notNull(),
  provision: boolean('provision').notNull().default(true),
  defaultRole: text('default_role').$type<Role>().notNull().default('viewer'),
  roleMap: jsonb('role_map').$type<{ group: string; role: Role }[]>().notNull().default([]),
  idpInitiated: boolean('idp_initiated').notNull().default(false),
  /** SHA-256. */
  scimTokenHash: text('scim_token_hash').unique(),
  scimTokenMadeAt: moment('scim_token_made_at'),
  scimLastUsedAt: moment('scim_last_used_at'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});
