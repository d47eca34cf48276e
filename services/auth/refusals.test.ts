import { Session } from '@autograph/contracts';
import { auditLog } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerApp } from './testing/connect-app.ts';
import { startAuth, type TestAuth } from './testing/start-auth.ts';

const password = 'SecurePass123!';
let instance: TestAuth;
let person: Session;
beforeAll(async () => {
  instance = await startAuth();
  person = Session.parse((await instance.send('POST', 'register', { email: 'ada@example.com', password, name: 'Ada' })).body);
});
afterAll(() => instance.close());

const written = async (action: string) => {
  const rows = await instance.services.platform.db.select().from(auditLog).where(eq(auditLog.action, action)).orderBy(auditLog.id);
  return rows.map(({ result, actor, ipAddress, details }) => ({ result, actor, ipAddress, details }));
};

it('writes down once a minute and address that sign-ins are refused for too many failures', async () => {
  const login = (ip: string) =>
    instance.send('POST', 'login', { email: 'nobody@example.com', password: 'Wrong-1-pass' }, { 'x-forwarded-for': ip });
  for (let i = 0; i < 8; i++) await login('1.2.3.4');
  const refused = (await written('auth.login')).filter(({ details }) => details.reason === 'rate_limited');
  expect(refused).toEqual([{ result: 'failure', actor: 'nobody@example.com', ipAddress: '1.2.3.4', details: { reason: 'rate_limited' } }]);
});

it('writes down refresh tokens that nobody knows, once a minute for each address', async () => {
  for (const ip of ['2.2.2.2', '2.2.2.2', '3.3.3.3'])
    await instance.send('POST', 'refresh', { refresh_token: 'of-nobody' }, { 'x-forwarded-for': ip });
  expect(await written('auth.refresh_refused')).toMatchObject([
    { result: 'failure', ipAddress: '2.2.2.2', details: { reason: 'unknown' } },
    { result: 'failure', ipAddress: '3.3.3.3', details: { reason: 'unknown' } },
  ]);
});

it('writes down wrong SCIM tokens and wrong secrets of apps', async () => {
  const app = await registerApp(instance, person.access_token);
  const form = await app.agree(person.access_token, ['read']);
  for (let i = 0; i < 2; i++) {
    const answer = await fetch(`${instance.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, client_secret: 'wrong' }),
    });
    expect(answer.status).toBe(401);
    expect((await fetch(`${instance.url}/api/scim/v2/Users`, { headers: { authorization: 'Bearer agscim_wrong' } })).status).toBe(401);
  }
  expect(await written('app.refused')).toMatchObject([{ result: 'failure', details: { reason: 'wrong_secret' } }]);
  expect(await written('scim.refused')).toMatchObject([{ result: 'failure' }]);
});
