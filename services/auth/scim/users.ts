import { type ScimPatch, type ScimUser, ScimUserInput, scimSchemas } from '@autograph/contracts';
import { accounts, type Queryable, users } from '@autograph/database';
import { and, asc, count, eq, isNull, sql } from '@autograph/database/query.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { endSessions } from '../end-session.ts';
import { findByEmail } from '../find-by-email.ts';
import { renewCredentials } from '../renew-credentials.ts';
import { setStanding } from '../set-standing.ts';
import { adopt, finishAdoption, requireDomain, requireTakeOver, scimLinkName } from '../sso/account-of.ts';
import { type ProviderRow, serviceOf } from '../sso/provider.ts';
import { type Filter, pageOf } from './filter.ts';
import { ScimError } from './scim-error.ts';

/** A request of an identity provider. */
export interface ScimCall {
  readonly kit: AuthKit;
  readonly request: FastifyRequest;
  readonly provider: ProviderRow;
}

interface Row {
  readonly user: typeof users.$inferSelect;
  readonly externalId: string;
}

/** A person as SCIM shows them. */
function shown({ kit, provider }: ScimCall, { user, externalId }: Row): ScimUser {
  return {
    schemas: [scimSchemas.user],
    id: user.id,
    ...(externalId === user.id ? {} : { externalId }),
    userName: user.email,
    displayName: user.name,
    name: { formatted: user.name },
    emails: [{ value: user.email, primary: true, type: 'work' }],
    active: !user.banned,
    meta: {
      resourceType: 'User',
      created: user.createdAt.toISOString(),
      lastModified: user.updatedAt.toISOString(),
      location: `${serviceOf(kit.config.PUBLIC_URL, provider.id).scim_url}/Users/${user.id}`,
    },
  };
}

const managedBy = ({ id }: ProviderRow) => and(eq(accounts.providerId, scimLinkName(id)), isNull(users.deletedAt));

const select = (db: Queryable) =>
  db.select({ user: users, externalId: accounts.accountId }).from(accounts).innerJoin(users, eq(users.id, accounts.userId));

async function rowOf({ kit, provider }: ScimCall, id: string): Promise<Row> {
  const [row] = await select(kit.db).where(and(managedBy(provider), eq(users.id, id)));
  if (!row) throw new ScimError(404, `There is no user ${id}.`);
  return row;
}

function matching(filter: Filter | null) {
  if (filter === null) return undefined;
  if (filter.attribute === 'externalid') return eq(accounts.accountId, filter.value);
  return filter.attribute === 'id' ? eq(sql`${users.id}::text`, filter.value) : eq(sql`lower(${users.email})`, filter.value.toLowerCase());
}

export async function listUsers(call: ScimCall, filter: Filter | null, asked: { startIndex: number; count: number }) {
  const { offset, limit } = pageOf(asked);
  const where = and(managedBy(call.provider), matching(filter));
  const [total] = await call.kit.db.select({ n: count() }).from(accounts).innerJoin(users, eq(users.id, accounts.userId)).where(where);
  const rows = await select(call.kit.db).where(where).orderBy(asc(users.createdAt), asc(users.id)).offset(offset).limit(limit);
  return {
    schemas: [scimSchemas.list],
    totalResults: total?.n ?? 0,
    startIndex: offset + 1,
    itemsPerPage: rows.length,
    Resources: rows.map((row) => shown(call, row)),
  };
}

export const getUser = async (call: ScimCall, id: string): Promise<ScimUser> => shown(call, await rowOf(call, id));

function addressOf(userName: string): string {
  const parsed = z.email().max(254).safeParse(userName);
  if (!parsed.success) throw new ScimError(400, 'userName must be the e-mail address of the person.', 'invalidValue');
  return parsed.data.toLowerCase();
}

function nameOf({ displayName, name, userName }: ScimUserInput): string {
  const whole = `${name?.givenName ?? ''} ${name?.familyName ?? ''}`.trim();
  return (displayName?.trim() || name?.formatted?.trim() || whole || userName.split('@')[0] || userName).slice(0, 100);
}

const note = ({ kit, request, provider }: ScimCall, action: 'scim.user_added' | 'scim.user_changed' | 'scim.user_removed', id: string) =>
  recordEvent(kit.db, request, { action, result: 'success', targetId: id, details: { by: provider.name } });

/** Lets an account in, or out of everything at once. One that an administrator has closed stays closed. */
async function setActive({ kit, provider }: ScimCall, userId: string, active: boolean): Promise<void> {
  const outcome = await setStanding(kit.db, userId, { banned: !active, by: scimLinkName(provider.id) });
  if (outcome === 'last_admin') throw new ScimError(409, 'This is the last administrator of the instance.', 'mutability');
  if (outcome === 'changed' && !active) await endSessions(kit, userId, 'revoked');
  if (outcome === 'changed') await renewCredentials(kit, userId);
}

export async function createUser(call: ScimCall, input: ScimUserInput): Promise<ScimUser> {
  const { kit, provider } = call;
  const email = addressOf(input.userName);
  requireDomain(provider, email);
  const existing = await findByEmail(kit.db, email);
  if (existing) requireTakeOver(provider, email);
  const { id, dropped } = await kit.db.transaction(async (tx) => {
    const values = { email, name: nameOf(input), emailVerified: true, role: provider.defaultRole };
    const made = existing ? [existing] : await tx.insert(users).values(values).onConflictDoNothing().returning();
    const user = made[0];
    if (!user) throw new ScimError(409, 'A user of this userName exists.', 'uniqueness');
    const [linked] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.providerId, scimLinkName(provider.id)), eq(accounts.userId, user.id)));
    if (linked) throw new ScimError(409, 'A user of this userName exists.', 'uniqueness');
    const link = { userId: user.id, providerId: scimLinkName(provider.id), accountId: input.externalId ?? user.id };
    const links = await tx.insert(accounts).values(link).onConflictDoNothing().returning();
    if (links.length === 0) throw new ScimError(409, 'A user of this externalId exists.', 'uniqueness');
    return { id: user.id, dropped: await adopt(tx, provider, user, new Date()) };
  });
  await finishAdoption(kit, call.request, provider, id, dropped);
  await setActive(call, id, input.active ?? true);
  await note(call, 'scim.user_added', id);
  return getUser(call, id);
}

export async function replaceUser(call: ScimCall, id: string, input: ScimUserInput): Promise<ScimUser> {
  const { kit, provider } = call;
  const { user } = await rowOf(call, id);
  const email = addressOf(input.userName);
  if (email !== user.email.toLowerCase()) {
    requireDomain(provider, email);
    if (await findByEmail(kit.db, email)) throw new ScimError(409, 'Another user has this userName.', 'uniqueness');
  }
  await kit.db
    .update(users)
    .set({ name: nameOf(input), email })
    .where(eq(users.id, id));
  if (input.externalId !== undefined)
    await kit.db
      .update(accounts)
      .set({ accountId: input.externalId })
      .where(and(eq(accounts.providerId, scimLinkName(provider.id)), eq(accounts.userId, id)));
  await setActive(call, id, input.active ?? true);
  await note(call, 'scim.user_changed', id);
  return getUser(call, id);
}

const known: Readonly<Record<string, (value: unknown) => Readonly<Record<string, unknown>>>> = {
  active: (value) => ({ active: value }),
  username: (value) => ({ userName: value }),
  externalid: (value) => ({ externalId: value }),
  displayname: (value) => ({ displayName: value }),
  'name.formatted': (value) => ({ displayName: value }),
};

/** The fields that operations change. What is not kept here, such as a telephone number, passes without a word. */
function changesOf({ Operations }: ScimPatch): Readonly<Record<string, unknown>> {
  const changes: Record<string, unknown> = {};
  for (const { op, path, value } of Operations) {
    if (!['add', 'replace', 'remove'].includes(op.toLowerCase())) throw new ScimError(400, `There is no operation ${op}.`, 'invalidValue');
    if (op.toLowerCase() === 'remove') continue;
    const fields = path === undefined ? z.record(z.string(), z.unknown()).catch({}).parse(value) : { [path]: value };
    for (const [name, content] of Object.entries(fields)) Object.assign(changes, known[name.toLowerCase()]?.(content));
  }
  return changes;
}

export async function patchUser(call: ScimCall, id: string, patch: ScimPatch): Promise<ScimUser> {
  const { user } = await rowOf(call, id);
  const before = { userName: user.email, displayName: user.name, active: !user.banned };
  const parsed = ScimUserInput.safeParse({ ...before, ...changesOf(patch) });
  if (!parsed.success) throw new ScimError(400, parsed.error.issues.map(({ message }) => message).join(' '), 'invalidValue');
  return replaceUser(call, id, parsed.data);
}

/** The account stays, with its files, for an administrator to hand on; nobody signs in to it. */
export async function deleteUser(call: ScimCall, id: string): Promise<void> {
  await rowOf(call, id);
  await setActive(call, id, false);
  const link = and(eq(accounts.providerId, scimLinkName(call.provider.id)), eq(accounts.userId, id));
  await call.kit.db.delete(accounts).where(link);
  await note(call, 'scim.user_removed', id);
}
