import { CodedError } from '@autograph/contracts';
import { accounts, type Queryable, scimGroups, scimMembers, users } from '@autograph/database';
import { and, eq, isNull } from '@autograph/database/query.ts';
import type { FastifyRequest } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { type Dropped, dropCredentials, refuseDropped } from '../drop-credentials.ts';
import { endSessions } from '../end-session.ts';
import { findByEmail } from '../find-by-email.ts';
import { renewCredentials } from '../renew-credentials.ts';
import { setStanding } from '../set-standing.ts';
import type { Claims } from './claims.ts';
import type { ProviderRow } from './provider.ts';
import { roleOfGroups } from './role-of-groups.ts';

type Account = typeof users.$inferSelect;

/** The name under which a provider's people are linked to accounts. */
export const linkName = (providerId: string): string => `sso:${providerId}`;

async function linkedAccount(db: Queryable, providerId: string, subject: string): Promise<Account | null> {
  const [row] = await db
    .select({ user: users })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(and(eq(accounts.providerId, linkName(providerId)), eq(accounts.accountId, subject), isNull(users.deletedAt)));
  return row?.user ?? null;
}

/** The name under which accounts are kept that a provider manages by SCIM. */
export const scimLinkName = (providerId: string): string => `scim:${providerId}`;

/** Whether a provider manages an account by SCIM. */
async function isManaged(db: Queryable, providerId: string, userId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.providerId, scimLinkName(providerId)), eq(accounts.userId, userId)));
  return row !== undefined;
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** Throws unless a provider speaks for an address. */
export function requireDomain({ domains, name }: ProviderRow, email: string): void {
  if (domains.length === 0 || domains.includes(domainOf(email))) return;
  throw new CodedError('sso_domain_refused', { message: `${name} may not sign in people of ${domainOf(email)} here.` });
}

/** Throws unless a provider may take over the account that an address has already: it must be trusted with the domain by name. */
export function requireTakeOver({ domains }: ProviderRow, email: string): void {
  if (!domains.includes(domainOf(email))) throw new CodedError('sso_account_exists');
}

/**
 * Hands an account over to the owner of its address. Whoever registered an address that was never confirmed may be somebody else, who
 * waited for its owner to come: nothing that they left opens it any more. Null for an account whose address was confirmed.
 */
export async function adopt(db: Queryable, provider: ProviderRow, account: Account, now: Date): Promise<Dropped | null> {
  if (account.emailVerified) return null;
  await db.update(users).set({ emailVerified: true }).where(eq(users.id, account.id));
  return dropCredentials(db, account.id, [linkName(provider.id), scimLinkName(provider.id)], now);
}

/** Has what an adoption dropped refused, and says so in the audit log. Called after the adoption is stored. */
export async function finishAdoption(
  kit: AuthKit,
  request: FastifyRequest,
  provider: ProviderRow,
  userId: string,
  dropped: Dropped | null,
) {
  if (!dropped) return;
  await refuseDropped(kit, dropped);
  const details = { by: provider.name };
  await recordEvent(kit.db, request, { action: 'auth.credentials_dropped', result: 'success', targetId: userId, details });
}

interface Found {
  readonly account: Account;
  readonly isNew: boolean;
  readonly dropped: Dropped | null;
}

/** The person's account, found by link, then by address, else made; null when another request has just made it. */
async function findOrMake(kit: AuthKit, provider: ProviderRow, claims: Claims): Promise<Found | null> {
  const linked = await linkedAccount(kit.db, provider.id, claims.subject);
  if (linked) {
    const confirms = linked.email.toLowerCase() === claims.email;
    const dropped = confirms ? await kit.db.transaction((tx) => adopt(tx, provider, linked, new Date())) : null;
    return { account: linked, isNew: false, dropped };
  }
  const existing = await findByEmail(kit.db, claims.email);
  if (existing) {
    if (!(await isManaged(kit.db, provider.id, existing.id))) requireTakeOver(provider, claims.email);
  } else if (!provider.provision) throw new CodedError('sso_no_account');
  return kit.db.transaction(async (tx) => {
    const { email, name } = claims;
    const made = existing
      ? [existing]
      : await tx.insert(users).values({ email, name, emailVerified: true, role: provider.defaultRole }).onConflictDoNothing().returning();
    const account = made[0];
    if (!account) return null;
    const link = { userId: account.id, providerId: linkName(provider.id), accountId: claims.subject };
    await tx.insert(accounts).values(link).onConflictDoNothing();
    return { account, isNew: !existing, dropped: await adopt(tx, provider, account, new Date()) };
  });
}

/** Groups that the provider told of by SCIM, in which an account is. */
async function scimGroupsOf(db: Queryable, providerId: string, userId: string): Promise<string[]> {
  const rows = await db
    .select({ name: scimGroups.displayName })
    .from(scimMembers)
    .innerJoin(scimGroups, eq(scimGroups.id, scimMembers.groupId))
    .where(and(eq(scimMembers.userId, userId), eq(scimGroups.providerId, providerId)));
  return rows.map(({ name }) => name);
}

/**
 * Gives an account the role of its groups: those that are named, and those known by SCIM. Without a mapping roles are left to admins.
 * Gives whether it changed.
 */
export async function applyRole(
  kit: Pick<AuthKit, 'db' | 'kv' | 'pubsub'>,
  request: FastifyRequest,
  provider: ProviderRow,
  userId: string,
  groups: readonly string[],
): Promise<boolean> {
  if (provider.roleMap.length === 0) return false;
  const all = [...groups, ...(await scimGroupsOf(kit.db, provider.id, userId))];
  const role = roleOfGroups(provider.roleMap, all) ?? provider.defaultRole;
  const changed = (await setStanding(kit.db, userId, { role })) === 'changed';
  if (changed) {
    const details = { to: role, by: provider.name };
    await recordEvent(kit.db, request, { action: 'admin.role_changed', result: 'success', targetId: userId, details });
    // Tokens carry the role: the next ones are of the new one.
    await endSessions(kit, userId, 'revoked');
    await renewCredentials(kit, userId);
  }
  return changed;
}

/**
 * The account of a person who has signed in at a provider, with the name and role that it gives them. Throws `sso_no_account`,
 * `sso_account_exists` or `sso_domain_refused`.
 */
export async function accountOf(kit: AuthKit, request: FastifyRequest, provider: ProviderRow, claims: Claims): Promise<Account> {
  requireDomain(provider, claims.email);
  // Of two first sign-ins at once one makes the account; the other finds it on its second look.
  const found = (await findOrMake(kit, provider, claims)) ?? (await findOrMake(kit, provider, claims));
  if (!found) throw new CodedError('sso_account_exists');
  const { account, isNew, dropped } = found;
  await finishAdoption(kit, request, provider, account.id, dropped);
  if (isNew) {
    const details = { by: provider.name };
    await recordEvent(kit.db, request, { action: 'auth.register', result: 'success', userId: account.id, details });
  }
  await kit.db.update(users).set({ name: claims.name }).where(eq(users.id, account.id));
  await applyRole(kit, request, provider, account.id, claims.groups);
  const [now] = await kit.db.select().from(users).where(eq(users.id, account.id));
  if (!now) throw new CodedError('sso_no_account');
  return now;
}
