import { Session, TwoFactorSetup } from '@autograph/contracts';
import { gitConnections, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { hashOfSecret } from '@autograph/service-kit';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Authenticator } from '../testing/authenticator.ts';
import { Browser } from '../testing/browser.ts';
import { registerApp } from '../testing/connect-app.ts';
import { addPasskey, signInByPasskey } from '../testing/passkey-use.ts';
import { startOidcSso, type TestOidcSso } from '../testing/start-oidc-sso.ts';
import type { TestSso } from '../testing/start-sso.ts';

const password = 'SecurePass123!';

let sso: TestSso;
let connected: TestOidcSso;
let token: string;
beforeAll(async () => {
  connected = await startOidcSso({ domains: ['corp.example'], role_map: [{ group: 'Architects', role: 'admin' }] });
  sso = connected.sso;
  const bearer = { authorization: `Bearer ${sso.admin.access_token}` };
  const made = await sso.instance.admin('POST', `sso/${connected.provider.id}/scim-token`, undefined, bearer);
  token = z.object({ token: z.string() }).parse(made.body).token;
});
afterAll(() => connected.close());

const scim = (method: string, path: string, body: unknown) =>
  fetch(`${sso.instance.url}/api/scim/v2/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify(body),
  });

/** Whoever registers an address that is not theirs, and leaves every way back in that there is. */
async function squat(email: string) {
  const { instance } = sso;
  const account = { email, password, name: 'Squatter' };
  const { user, ...session } = Session.parse((await instance.send('POST', 'register', account)).body);
  const bearer = { authorization: `Bearer ${session.access_token}` };
  const key = await instance.send('POST', 'keys', { name: 'Back door', scope: 'write', expires_in_days: null }, bearer);
  const { secret } = z.object({ secret: z.string() }).parse(key.body);
  const app = await registerApp(instance, session.access_token);
  const tokens = await app.connect(session.access_token, ['write']);
  const pending = await app.agree(session.access_token, ['write']);
  const device = new Authenticator(instance.url);
  expect((await addPasskey(instance, session.access_token, device, { password, verified: true })).status).toBe(201);
  const setup = TwoFactorSetup.parse((await instance.send('POST', 'two-factor/setup', { password }, bearer)).body);
  const shared = new TextDecoder().decode(base32.decode(new URL(setup.uri).searchParams.get('secret') ?? ''));
  const code = await createOTP(shared, { digits: 6, period: 30 }).totp();
  expect((await instance.send('POST', 'two-factor/enable', { code }, bearer)).status).toBe(200);
  await instance.send('POST', 'forgot-password', { email });
  const reset = await instance.mail(email, /password/i);
  /** What the gateway is told of a key or an app's token. */
  const credential = async (kind: 'api_key' | 'app', text: string) => {
    const serviceToken = await instance.services.platform.tokens.signServiceToken({ service: 'gateway', identity: null });
    const response = await fetch(`${instance.url}/internal/credentials`, {
      method: 'POST',
      headers: { authorization: `Bearer ${serviceToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind, hash: hashOfSecret(text) }),
    });
    return response.status;
  };
  const { db } = instance.services.platform;
  await db.insert(gitConnections).values({ userId: user.id, provider: 'github', repository: 'squatter/plans', credential: 'sealed' });
  const repositories = async () => db.$count(gitConnections, eq(gitConnections.userId, user.id));
  const me = async (by: string) => (await instance.send('GET', 'me', undefined, { authorization: `Bearer ${by}` })).status;
  /** What each way in answers. */
  const tryAll = async () => ({
    session: await me(session.access_token),
    refresh: (await instance.send('POST', 'refresh', { refresh_token: session.refresh_token })).status,
    key: await credential('api_key', secret),
    app: await credential('app', tokens.access_token),
    renewedApp: (await app.renew(tokens.refresh_token)).status,
    code: (await app.ask(pending)).status,
    passkey: (await signInByPasskey(instance, device, { verified: true })).status,
    password: (await instance.send('POST', 'login', account)).status,
    link: (await instance.send('POST', 'reset-password', { token: reset.token, password: 'Another-Pass-99!' })).status,
    repositories: await repositories(),
  });
  const keys = () => Promise.all([me(session.access_token), credential('api_key', secret), credential('app', tokens.access_token)]);
  return { id: user.id, keys, repositories, tryAll };
}

const nothing = {
  session: 401,
  refresh: 401,
  key: 401,
  app: 401,
  renewedApp: 400,
  code: 400,
  passkey: 400,
  password: 401,
  link: 400,
  repositories: 0,
};

async function rowOf(id: string) {
  const [row] = await sso.instance.services.platform.db.select().from(users).where(eq(users.id, id));
  return row;
}

const promote = (id: string) =>
  sso.instance.admin('PATCH', `users/${id}`, { role: 'admin' }, { authorization: `Bearer ${sso.admin.access_token}` });

/** Signs in at the provider as somebody of whom it has confirmed the address. */
async function signInAt(email: string): Promise<Browser> {
  connected.outside.signsIn(`sub-${email}`, { email, email_verified: true, name: 'The Owner' });
  const browser = new Browser();
  await connected.signIn(browser);
  return browser;
}

describe('an account whose address nobody has confirmed', () => {
  it('loses every way in when SCIM gives it to the owner of the address, and is made admin only after that', async () => {
    const squatter = await squat('eve@corp.example');
    expect(await squatter.keys()).toEqual([200, 200, 200]);
    const added = await scim('POST', 'Users', { userName: 'eve@corp.example', externalId: 'ext-eve', displayName: 'Eve' });
    expect(z.object({ id: z.string() }).parse(await added.json()).id).toBe(squatter.id);
    await scim('POST', 'Groups', { displayName: 'Architects', members: [{ value: squatter.id }] });
    expect(await squatter.tryAll()).toEqual(nothing);
    expect(await rowOf(squatter.id)).toMatchObject({ role: 'admin', emailVerified: true, twoFactorEnabled: false });
    const owner = await sso.whoIs(await signInAt('eve@corp.example'));
    expect(owner).toMatchObject({ id: squatter.id, role: 'admin' });
    expect(await squatter.tryAll()).toEqual(nothing);
  });

  it.each(['editor', 'admin'] as const)('loses every way in when its owner signs on as %s through the provider', async (role) => {
    const squatter = await squat(`${role}@corp.example`);
    if (role === 'admin') await promote(squatter.id);
    const owner = await sso.whoIs(await signInAt(`${role}@corp.example`));
    expect(owner?.id).toBe(squatter.id);
    expect(await squatter.tryAll()).toEqual(nothing);
  });
});

describe('an account whose address is confirmed', () => {
  it('keeps its password and keys when the provider takes it on', async () => {
    const person = await squat('real@corp.example');
    await sso.instance.services.platform.db.update(users).set({ emailVerified: true }).where(eq(users.id, person.id));
    await scim('POST', 'Users', { userName: 'real@corp.example', externalId: 'ext-real', displayName: 'Real' });
    expect(await person.keys()).toEqual([200, 200, 200]);
    expect((await rowOf(person.id))?.twoFactorEnabled).toBe(true);
    expect(await person.repositories()).toBe(1);
  });
});
