import { ErrorBody, Session } from '@autograph/contracts';
import { users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Authenticator } from './testing/authenticator.ts';
import { registerApp } from './testing/connect-app.ts';
import { addPasskey, signInByPasskey } from './testing/passkey-use.ts';
import { type Answer, startAuth, type TestAuth } from './testing/start-auth.ts';

const password = 'SecurePass123!';
const codeOf = (answer: Answer) => ErrorBody.parse(answer.body).error.code;

let instance: TestAuth;
beforeAll(async () => {
  instance = await startAuth();
});
afterAll(() => instance.close());

/** Somebody who is signed in, and asks from an address of their own. */
async function person(name: string, address = `192.0.2.${name.length}`) {
  const email = `${name}@example.com`;
  const session = Session.parse((await instance.send('POST', 'register', { email, password, name })).body);
  const headers = { authorization: `Bearer ${session.access_token}` };
  const send = (path: string, body: unknown, from = address) => instance.send('POST', path, body, { ...headers, 'x-forwarded-for': from });
  const login = (secret: string, from = '198.51.100.1') =>
    instance.send('POST', 'login', { email, password: secret }, { 'x-forwarded-for': from });
  return { ...session, email, send, login };
}

const questions: readonly (readonly [path: string, body: (guess: string) => unknown])[] = [
  ['password', (guess) => ({ current_password: guess, new_password: 'NewSecurePass123!' })],
  ['two-factor/setup', (guess) => ({ password: guess })],
  ['passkeys/options', (guess) => ({ password: guess })],
];

describe('a session', () => {
  it.each(questions)('is no place to guess the password: %s', async (path, body) => {
    const { send, email, login } = await person(`guessed-${path.replace(/\W/g, '-')}`);
    const seen: string[] = [];
    for (let i = 0; i < 12; i++) seen.push(codeOf(await send(path, body(`Wrong-guess-${i}`), `203.0.113.${i}`)));
    expect(seen).toEqual([...Array(10).fill('wrong_password'), 'account_locked', 'account_locked']);
    // Not even the right one is confirmed now.
    expect(codeOf(await send(path, body(password), '203.0.113.99'))).toBe('account_locked');
    expect(codeOf(await login(password))).toBe('account_locked');
    expect((await instance.mail(email, /locked/)).text).toContain('ten times');
  });

  it('counts guesses against the address that they come from', async () => {
    const { send } = await person('from-one-place', '198.51.100.77');
    const seen: string[] = [];
    for (let i = 0; i < 7; i++) seen.push(codeOf(await send('two-factor/setup', { password: `Wrong-guess-${i}` })));
    expect(seen).toEqual([...Array(5).fill('wrong_password'), 'rate_limited', 'rate_limited']);
  });

  it('gets no passkey without the password, however fresh it is', async () => {
    const { access_token, email } = await person('left-open');
    const device = new Authenticator(instance.services.platform.config.PUBLIC_URL);
    const bearer = { authorization: `Bearer ${access_token}` };
    expect(codeOf(await instance.send('POST', 'passkeys/options', {}, bearer))).toBe('wrong_password');
    expect((await instance.send('GET', 'passkeys', undefined, bearer)).body).toEqual({ items: [] });
    expect((await addPasskey(instance, access_token, device, { password, verified: true })).status).toBe(201);
    expect(email).toBe('left-open@example.com');
  });
});

describe('a new password by mail', () => {
  it('ends sessions and apps, and tells what else opens the account', async () => {
    const { access_token, refresh_token, email, send } = await person('forgetful');
    await instance.services.platform.db.update(users).set({ emailVerified: true }).where(eq(users.email, email));
    const app = await registerApp(instance, access_token);
    const tokens = await app.connect(access_token, ['write']);
    await send('keys', { name: 'Build server', scope: 'read', expires_in_days: 30 });
    const device = new Authenticator(instance.services.platform.config.PUBLIC_URL);
    await addPasskey(instance, access_token, device, { password, verified: true });
    await instance.send('POST', 'forgot-password', { email });
    const { token } = await instance.mail(email, /new password/);
    const answer = await instance.send('POST', 'reset-password', { token, password: 'NewSecurePass123!' });
    expect(answer.body).toEqual({ reset: true, passkeys: ['Key'], api_keys: ['Build server'] });
    const { text } = await instance.mail(email, /was changed/);
    expect(text).toContain('Build server');
    expect(text).toContain('/settings/security');
    expect((await instance.send('POST', 'refresh', { refresh_token })).status).toBe(401);
    expect((await app.renew(tokens.refresh_token)).status).toBe(400);
    expect((await signInByPasskey(instance, device, { verified: true })).status).toBe(200);
  });

  it('leaves nothing of whoever had registered the address without confirming it', async () => {
    const { access_token, email, send } = await person('squatted');
    await send('keys', { name: 'Back door', scope: 'write', expires_in_days: null });
    const device = new Authenticator(instance.services.platform.config.PUBLIC_URL);
    await addPasskey(instance, access_token, device, { password, verified: true });
    await instance.send('POST', 'forgot-password', { email });
    const { token } = await instance.mail(email, /new password/);
    const answer = await instance.send('POST', 'reset-password', { token, password: 'NewSecurePass123!' });
    expect(answer.body).toEqual({ reset: true, passkeys: [], api_keys: [] });
    expect((await signInByPasskey(instance, device, { verified: true })).status).toBe(400);
  });
});
