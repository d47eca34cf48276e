import { type ScimGroup, type ScimGroupInput, type ScimPatch, scimSchemas } from '@autograph/contracts';
import { accounts, scimGroups, scimMembers, users } from '@autograph/database';
import { and, asc, count, eq, inArray } from '@autograph/database/query.ts';
import { z } from 'zod';
import { recordEvent } from '../audit.ts';
import { applyRole, scimLinkName } from '../sso/account-of.ts';
import { serviceOf } from '../sso/provider.ts';
import { type Filter, pageOf } from './filter.ts';
import { ScimError } from './scim-error.ts';
import type { ScimCall } from './users.ts';

type Row = typeof scimGroups.$inferSelect;

async function shown({ kit, provider }: ScimCall, row: Row): Promise<ScimGroup> {
  const members = await kit.db
    .select({ value: users.id, display: users.name })
    .from(scimMembers)
    .innerJoin(users, eq(users.id, scimMembers.userId))
    .where(eq(scimMembers.groupId, row.id))
    .orderBy(asc(users.name), asc(users.id));
  return {
    schemas: [scimSchemas.group],
    id: row.id,
    ...(row.externalId === null ? {} : { externalId: row.externalId }),
    displayName: row.displayName,
    members,
    meta: {
      resourceType: 'Group',
      created: row.createdAt.toISOString(),
      lastModified: row.updatedAt.toISOString(),
      location: `${serviceOf(kit.config.PUBLIC_URL, provider.id).scim_url}/Groups/${row.id}`,
    },
  };
}

async function rowOf({ kit, provider }: ScimCall, id: string): Promise<Row> {
  const [row] = await kit.db
    .select()
    .from(scimGroups)
    .where(and(eq(scimGroups.id, id), eq(scimGroups.providerId, provider.id)));
  if (!row) throw new ScimError(404, `There is no group ${id}.`);
  return row;
}

export async function listGroups(call: ScimCall, filter: Filter | null, asked: { startIndex: number; count: number }) {
  const { offset, limit } = pageOf(asked);
  const column = filter?.attribute === 'externalid' ? scimGroups.externalId : scimGroups.displayName;
  const where = and(eq(scimGroups.providerId, call.provider.id), filter === null ? undefined : eq(column, filter.value));
  const [total] = await call.kit.db.select({ n: count() }).from(scimGroups).where(where);
  const rows = await call.kit.db.select().from(scimGroups).where(where).orderBy(asc(scimGroups.displayName)).offset(offset).limit(limit);
  return {
    schemas: [scimSchemas.list],
    totalResults: total?.n ?? 0,
    startIndex: offset + 1,
    itemsPerPage: rows.length,
    Resources: await Promise.all(rows.map((row) => shown(call, row))),
  };
}

export const getGroup = async (call: ScimCall, id: string): Promise<ScimGroup> => shown(call, await rowOf(call, id));

async function membersOf({ kit }: ScimCall, groupId: string): Promise<string[]> {
  const rows = await kit.db.select({ id: scimMembers.userId }).from(scimMembers).where(eq(scimMembers.groupId, groupId));
  return rows.map(({ id }) => id);
}

/** Of ids that are sent, those of accounts that the provider manages. */
async function managed({ kit, provider }: ScimCall, ids: readonly string[]): Promise<string[]> {
  const valid = [...new Set(ids)].filter((id) => z.uuid().safeParse(id).success);
  if (valid.length === 0) return [];
  const rows = await kit.db
    .select({ id: accounts.userId })
    .from(accounts)
    .where(and(eq(accounts.providerId, scimLinkName(provider.id)), inArray(accounts.userId, valid)));
  return rows.map(({ id }) => id);
}

/** Gives everybody whom a change concerns the role of the groups that they are in now; a new one ends sessions that carry the old. */
async function renewRoles({ kit, request, provider }: ScimCall, userIds: readonly string[]): Promise<void> {
  for (const userId of new Set(userIds)) {
    await applyRole(kit, request, provider, userId, []);
  }
}

interface Change {
  readonly displayName?: string | undefined;
  readonly externalId?: string | undefined;
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

async function change(call: ScimCall, groupId: string, { displayName, externalId, add = [], remove = [] }: Change): Promise<ScimGroup> {
  const { kit, request, provider } = call;
  const before = await membersOf(call, groupId);
  await kit.db.update(scimGroups).set({ displayName, externalId, updatedAt: new Date() }).where(eq(scimGroups.id, groupId));
  if (remove.length > 0)
    await kit.db.delete(scimMembers).where(and(eq(scimMembers.groupId, groupId), inArray(scimMembers.userId, [...remove])));
  const joining = await managed(call, add);
  if (joining.length > 0)
    await kit.db
      .insert(scimMembers)
      .values(joining.map((userId) => ({ groupId, userId })))
      .onConflictDoNothing();
  await renewRoles(call, displayName === undefined ? [...remove, ...joining] : [...before, ...joining]);
  const details = { by: provider.name, group: groupId };
  await recordEvent(kit.db, request, { action: 'scim.group_changed', result: 'success', details });
  return getGroup(call, groupId);
}

const idsOf = (members: ScimGroupInput['members']): string[] => (members ?? []).map(({ value }) => value);

export async function createGroup(call: ScimCall, { displayName, externalId, members }: ScimGroupInput): Promise<ScimGroup> {
  const values = { providerId: call.provider.id, displayName, externalId: externalId ?? null };
  const [row] = await call.kit.db.insert(scimGroups).values(values).onConflictDoNothing().returning();
  if (!row) throw new ScimError(409, `A group called ${displayName} exists.`, 'uniqueness');
  return change(call, row.id, { add: idsOf(members) });
}

export async function replaceGroup(call: ScimCall, id: string, { displayName, externalId, members }: ScimGroupInput): Promise<ScimGroup> {
  await rowOf(call, id);
  const wanted = idsOf(members);
  const remove = (await membersOf(call, id)).filter((member) => !wanted.includes(member));
  return change(call, id, { displayName, externalId, add: wanted, remove });
}

const uuids = (value: unknown): string[] =>
  z
    .array(z.object({ value: z.uuid() }))
    .catch([])
    .parse(Array.isArray(value) ? value : [value])
    .map((member) => member.value);

/** The member that a path such as `members[value eq "…"]` names. */
const memberIn = (path: string): string[] => /^members\[value eq "([0-9a-f-]{36})"\]$/i.exec(path)?.slice(1) ?? [];

export async function patchGroup(call: ScimCall, id: string, { Operations }: ScimPatch): Promise<ScimGroup> {
  await rowOf(call, id);
  for (const { op, path = '', value } of Operations) {
    const kind = op.toLowerCase();
    const field = path.toLowerCase();
    if (field === 'displayname' || (field === '' && kind === 'replace')) {
      const { displayName } = z
        .object({ displayName: z.string().optional() })
        .catch({})
        .parse(field === '' ? value : { displayName: value });
      await change(call, id, { displayName });
    } else if (field.startsWith('members')) {
      const present = await membersOf(call, id);
      const named = [...memberIn(path), ...uuids(value)];
      if (kind === 'add') await change(call, id, { add: named });
      else if (kind === 'replace') await change(call, id, { add: named, remove: present.filter((member) => !named.includes(member)) });
      else await change(call, id, { remove: named.length > 0 || path !== 'members' ? named : present });
    } else if (field !== 'externalid' && field !== '') throw new ScimError(400, `Groups have no ${path}.`, 'invalidPath');
  }
  return getGroup(call, id);
}

export async function deleteGroup(call: ScimCall, id: string): Promise<void> {
  await rowOf(call, id);
  const members = await membersOf(call, id);
  await call.kit.db.delete(scimGroups).where(eq(scimGroups.id, id));
  await renewRoles(call, members);
}
