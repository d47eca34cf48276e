import { Session, type SsoProvider } from '@autograph/contracts';
import { auditLog, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startSso, type TestSso } from '../testing/start-sso.ts';

const password = 'SecurePass123!';
const WithId = z.object({ id: z.string() });

let sso: TestSso;
let provider: SsoProvider;
let token: string;
const bearer = () => ({ authorization: `Bearer ${sso.admin.access_token}` });

beforeAll(async () => {
  sso = await startSso();
  provider = await sso.connect({
    preset: 'okta',
    name: 'Okta',
    connection: { protocol: 'oidc', issuer: 'https://okta.example', client_id: 'x' },
    domains: ['corp.example'],
    role_map: [
      { group: 'Developers', role: 'editor' },
      { group: 'Architects', role: 'admin' },
    ],
  });
  const made = await sso.instance.admin('POST', `sso/${provider.id}/scim-token`, undefined, bearer());
  token = z.object({ token: z.string() }).parse(made.body).token;
});
afterAll(() => sso.instance.close());

async function scim(method: string, path: string, body?: unknown, bearerToken = token) {
  const response = await fetch(`${sso.instance.url}/api/scim/v2/${path}`, {
    method,
    headers: { authorization: `Bearer ${bearerToken}`, ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, type: response.headers.get('content-type'), body: answer };
}

const idOf = async (path: string, body: unknown) => WithId.parse((await scim('POST', path, body)).body).id;
const addUser = (name: string) => idOf('Users', { userName: `${name}@corp.example`, externalId: `ext-${name}`, displayName: name });
const operations = (...list: readonly unknown[]) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: list });

async function rowOf(id: string) {
  const [row] = await sso.instance.services.platform.db.select().from(users).where(eq(users.id, id));
  return row;
}

describe('accounts that an identity provider keeps in step', () => {
  it('lets nobody in without the token that an admin made last', async () => {
    for (const wrong of ['', 'agscim_wrong', sso.admin.access_token]) {
      const { status, type, body } = await scim('GET', 'Users', undefined, wrong);
      expect([status, type]).toEqual([401, expect.stringContaining('application/scim+json')]);
      expect(body).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401' });
    }
    expect((await scim('GET', 'ServiceProviderConfig')).body).toMatchObject({ patch: { supported: true } });
  });

  it('tells what it manages, where, and of which attributes', async () => {
    const user = 'urn:ietf:params:scim:schemas:core:2.0:User';
    const types = await scim('GET', 'ResourceTypes');
    expect(types.body).toMatchObject({
      totalResults: 2,
      Resources: [
        { id: 'User', endpoint: '/Users', schema: user },
        { id: 'Group', endpoint: '/Groups' },
      ],
    });
    expect((await scim('GET', 'ResourceTypes/User')).body).toMatchObject({
      name: 'User',
      meta: { location: expect.stringMatching(/\/scim\/v2\/ResourceTypes\/User$/) },
    });
    const Schema = z.object({ id: z.string(), attributes: z.array(z.looseObject({ name: z.string(), required: z.boolean() })) });
    const schemas = z.object({ Resources: z.array(Schema) }).parse((await scim('GET', 'Schemas')).body).Resources;
    expect(schemas.map(({ id }) => id)).toEqual([user, user.replace('User', 'Group')]);
    const one = await scim('GET', `Schemas/${user}`);
    expect([one.type, Schema.parse(one.body)]).toEqual([expect.stringContaining('application/scim+json'), schemas[0]]);
    const needed = schemas[0]?.attributes.filter(({ required }) => required).map(({ name }) => name);
    expect(needed).toEqual(['userName']);
    // What is told is what users are shown with.
    const id = await addUser('described');
    const shown = Object.keys(z.looseObject({}).parse((await scim('GET', `Users/${id}`)).body));
    const told = new Set(schemas[0]?.attributes.map(({ name }) => name));
    expect(shown.filter((name) => !told.has(name))).toEqual(['schemas', 'id', 'meta']);
    expect((await scim('GET', 'Schemas/urn:none')).status).toBe(404);
    expect((await scim('GET', 'Schemas', undefined, '')).status).toBe(401);
  });

  it('adds people, finds them by what the provider knows, and adds nobody twice', async () => {
    const input = { userName: 'Grace@corp.example', externalId: '00u1', name: { givenName: 'Grace', familyName: 'Hopper' }, active: true };
    const made = await scim('POST', 'Users', input);
    expect([made.status, made.body]).toMatchObject([
      201,
      { userName: 'grace@corp.example', externalId: '00u1', active: true, displayName: 'Grace Hopper', meta: { resourceType: 'User' } },
    ]);
    for (const filter of ['userName eq "grace@CORP.example"', 'externalId eq "00u1"'])
      expect((await scim('GET', `Users?filter=${encodeURIComponent(filter)}`)).body).toMatchObject({
        totalResults: 1,
        Resources: [{ userName: 'grace@corp.example' }],
      });
    expect((await scim('GET', 'Users?filter=userName%20eq%20%22nobody@corp.example%22')).body).toMatchObject({
      totalResults: 0,
      Resources: [],
    });
    expect((await scim('POST', 'Users', input)).body).toMatchObject({ status: '409', scimType: 'uniqueness' });
    for (const filter of ['title co "x"', 'userName eq "\\q"', 'userName eq "\\u0000"', 'userName eq "\\ud800"'])
      expect((await scim('GET', `Users?filter=${encodeURIComponent(filter)}`)).body).toMatchObject({
        status: '400',
        scimType: 'invalidFilter',
      });
    expect((await scim('POST', 'Users', { userName: 'no address' })).body).toMatchObject({ status: '400', scimType: 'invalidValue' });
    expect((await scim('GET', `Users/${sso.admin.user.id}`)).status).toBe(404);
    expect((await scim('POST', 'Users', { userName: sso.admin.user.email })).status).toBe(403);
  });

  it('ends every session of who is deactivated, and lets them in again', async () => {
    const account = { email: 'rosa@corp.example', password, name: 'Rosa' };
    const rosa = Session.parse((await sso.instance.send('POST', 'register', account)).body);
    await sso.instance.services.platform.db.update(users).set({ emailVerified: true }).where(eq(users.id, rosa.user.id));
    const id = await addUser('rosa');
    expect(id).toBe(rosa.user.id);
    const me = () => sso.instance.send('GET', 'me', undefined, { authorization: `Bearer ${rosa.access_token}` });
    expect((await me()).status).toBe(200);
    const off = await scim('PATCH', `Users/${id}`, operations({ op: 'Replace', path: 'active', value: 'False' }));
    expect(off.body).toMatchObject({ active: false });
    expect((await me()).status).toBe(401);
    expect((await sso.instance.send('POST', 'login', account)).status).toBe(403);
    await scim('PATCH', `Users/${id}`, operations({ op: 'replace', value: { active: true, displayName: 'Rosa Parks' } }));
    expect(await rowOf(id)).toMatchObject({ banned: false, name: 'Rosa Parks' });
    expect((await scim('DELETE', `Users/${id}`)).status).toBe(204);
    expect([(await scim('GET', `Users/${id}`)).status, (await rowOf(id))?.banned]).toEqual([404, true]);
  });

  it('gives roles by groups and takes them back [F086]', async () => {
    const [ann, ben] = [await addUser('ann'), await addUser('ben')];
    const developers = await idOf('Groups', { displayName: 'Developers', members: [{ value: ann }, { value: ben }] });
    const architects = await idOf('Groups', { displayName: 'Architects' });
    expect([(await rowOf(ann))?.role, (await rowOf(ben))?.role]).toEqual(['editor', 'editor']);
    await scim('PATCH', `Groups/${architects}`, operations({ op: 'Add', path: 'members', value: [{ value: ann }] }));
    expect((await rowOf(ann))?.role).toBe('admin');
    await scim('PATCH', `Groups/${architects}`, operations({ op: 'remove', path: `members[value eq "${ann}"]` }));
    expect((await rowOf(ann))?.role).toBe('editor');
    const one = await scim('PUT', `Groups/${developers}`, { displayName: 'Developers', members: [{ value: ben }] });
    expect(one.body).toMatchObject({ members: [{ value: ben, display: 'ben' }] });
    expect((await rowOf(ann))?.role).toBe('viewer');
    await scim('DELETE', `Groups/${developers}`);
    expect((await rowOf(ben))?.role).toBe('viewer');
    const listed = await scim('GET', 'Groups?filter=displayName%20eq%20%22Architects%22');
    expect(listed.body).toMatchObject({ totalResults: 1, Resources: [{ id: architects, members: [] }] });
  });

  it('lets nobody in whom an administrator keeps out, whoever was first', async () => {
    const id = await addUser('kept-out');
    const disable = (disabled: boolean) => sso.instance.admin('PATCH', `users/${id}`, { disabled }, bearer());
    const say = async (active: boolean) => (await scim('PATCH', `Users/${id}`, operations({ op: 'replace', value: { active } }))).body;
    await disable(true);
    expect(await say(true)).toMatchObject({ active: false });
    const put = { userName: 'kept-out@corp.example', displayName: 'Renamed', active: true };
    expect((await scim('PUT', `Users/${id}`, put)).body).toMatchObject({ active: false, displayName: 'Renamed' });
    await disable(false);
    expect(await say(false)).toMatchObject({ active: false });
    // What the provider has closed is the administrator's once they have closed it too.
    await disable(true);
    expect(await say(true)).toMatchObject({ active: false });
    expect((await scim('DELETE', `Users/${id}`)).status).toBe(204);
    expect((await scim('POST', 'Users', put)).body).toMatchObject({ id, active: false });
  });

  it('changes nothing for a provider that is switched off', async () => {
    await sso.change(provider.id, { enabled: false });
    expect((await scim('GET', 'Users')).status).toBe(401);
    expect((await scim('POST', 'Users', { userName: 'late@corp.example' })).status).toBe(401);
    await sso.change(provider.id, { enabled: true });
    expect((await scim('GET', 'Users')).status).toBe(200);
  });

  it('writes what it did to the audit log, and stops with its token', async () => {
    const id = await addUser('last');
    const log = await sso.instance.services.platform.db.select().from(auditLog).where(eq(auditLog.resourceId, id));
    expect(log).toMatchObject([{ action: 'scim.user_added', result: 'success', details: { by: 'Okta' } }]);
    const taken = await sso.instance.admin('DELETE', `sso/${provider.id}/scim-token`, undefined, bearer());
    expect(taken.body).toMatchObject({ scim_token_made_at: null });
    expect((await scim('GET', 'Users')).status).toBe(401);
  });
});
