import { ErrorBody, Session } from '@autograph/contracts';
import { sessions } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Authenticator } from '../testing/authenticator.ts';
import { addPasskey, signInByPasskey } from '../testing/passkey-use.ts';
import { startSso, type TestSso } from '../testing/start-sso.ts';

const password = 'SecurePass123!';

let sso: TestSso;
beforeAll(async () => {
  sso = await startSso();
});
afterAll(() => sso.instance.close());

const codeOf = ({ status, body }: { readonly status: number; readonly body: unknown }) => [status, ErrorBody.parse(body).error.code];
const person = async (name: string) =>
  Session.parse((await sso.instance.send('POST', 'register', { email: `${name}@example.com`, password, name })).body);

describe('a passkey', () => {
  it('signs in when the device has verified its holder', async () => {
    const { access_token, user } = await person('ann');
    const device = new Authenticator(sso.instance.url);
    expect((await addPasskey(sso.instance, access_token, device, { password, verified: true })).status).toBe(201);
    const answer = await signInByPasskey(sso.instance, device, { verified: true });
    expect(Session.parse(answer.body).user.id).toBe(user.id);
  });

  it('is not taken on from a device that did not verify its holder', async () => {
    const { access_token } = await person('ben');
    const device = new Authenticator(sso.instance.url);
    expect(codeOf(await addPasskey(sso.instance, access_token, device, { password, verified: false }))).toEqual([400, 'passkey_refused']);
    const bearer = { authorization: `Bearer ${access_token}` };
    expect((await sso.instance.send('GET', 'passkeys', undefined, bearer)).body).toEqual({ items: [] });
  });

  it('opens no session when the device did not verify its holder: whoever found it has one factor alone', async () => {
    const { access_token, user } = await person('cleo');
    const device = new Authenticator(sso.instance.url);
    await addPasskey(sso.instance, access_token, device, { password, verified: true });
    const answer = await signInByPasskey(sso.instance, device, { verified: false });
    expect(codeOf(answer)).toEqual([400, 'passkey_refused']);
    expect(answer.cookies.join()).not.toContain('ag_access=ey');
    expect(await sso.instance.services.platform.db.$count(sessions, eq(sessions.userId, user.id))).toBe(1);
  });
});
