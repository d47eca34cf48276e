import { ErrorBody, Session } from '@autograph/contracts';
import { auditLog } from '@autograph/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, startAuth, type TestAuth } from '../testing/start-auth.ts';

const password = 'SecurePass123!';
const codeOf = (answer: Answer) => [answer.status, ErrorBody.parse(answer.body).error.code];

describe('administering accounts', () => {
  let instance: TestAuth;
  let ada: Session;
  let bob: Session;
  beforeAll(async () => {
    instance = await startAuth();
    const register = async (name: string) =>
      Session.parse((await instance.send('POST', 'register', { email: `${name}@example.com`, password, name })).body);
    ada = await register('ada');
    bob = await register('bob');
    await instance.send('POST', 'register', { email: 'cleo@example.com', password, name: '100%' });
  });
  afterAll(() => instance.close());

  const as = (session: Session) => ({ authorization: `Bearer ${session.access_token}` });
  const manage = (id: string, body: unknown, by = ada) => instance.admin('PATCH', `users/${id}`, body, as(by));
  const login = (name: string) => instance.send('POST', 'login', { email: `${name}@example.com`, password });

  it('is for admins alone', async () => {
    for (const [method, path] of [
      ['GET', 'users'],
      ['GET', 'outbox'],
      ['GET', `users/${ada.user.id}/sessions`],
      ['PATCH', `users/${bob.user.id}`],
      ['POST', `users/${bob.user.id}/unlock`],
      ['POST', `users/${bob.user.id}/approve-recovery`],
      ['DELETE', `users/${ada.user.id}/sessions`],
    ] as const) {
      const body = method === 'PATCH' ? { role: 'admin' } : undefined;
      expect(codeOf(await instance.admin(method, path, body, as(bob))), path).toEqual([403, 'forbidden']);
    }
  });

  it('answers for accounts that are none', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(codeOf(await instance.admin('GET', `users/${nobody}/sessions`, undefined, as(ada)))).toEqual([404, 'not_found']);
    expect(codeOf(await manage(nobody, { role: 'viewer' }))).toEqual([404, 'not_found']);
    expect(codeOf(await manage('7', { role: 'viewer' }))).toEqual([422, 'validation_failed']);
  });

  it('lists accounts and finds them by parts of name or address, taken literally', async () => {
    const all = await instance.admin('GET', 'users', undefined, as(ada));
    expect(all.body).toMatchObject({ total: 3, items: [{ name: '100%' }, { name: 'ada', role: 'admin' }, { name: 'bob' }] });
    expect(JSON.stringify(all.body)).not.toMatch(/password|hash|token/);
    expect((await instance.admin('GET', 'users?q=%25', undefined, as(ada))).body).toMatchObject({ total: 1, items: [{ name: '100%' }] });
    expect((await instance.admin('GET', 'users?per_page=1&page=2', undefined, as(ada))).body).toMatchObject({ items: [{ name: 'ada' }] });
  });

  it('disables an account: its sessions end and it cannot sign in until it is enabled', async () => {
    expect((await manage(bob.user.id, { disabled: true })).body).toMatchObject({ disabled: true });
    expect(codeOf(await instance.send('GET', 'me', undefined, as(bob)))).toEqual([401, 'session_revoked']);
    expect(codeOf(await instance.send('POST', 'refresh', { refresh_token: bob.refresh_token }))).toEqual([401, 'invalid_token']);
    expect(codeOf(await login('bob'))).toEqual([403, 'account_disabled']);
    await manage(bob.user.id, { disabled: false });
    bob = Session.parse((await login('bob')).body);
  });

  it('changes roles, which count from the next sign-in on, and never leaves nobody in charge', async () => {
    for (const body of [{ role: 'viewer' }, { disabled: true }])
      expect(codeOf(await manage(ada.user.id, body))).toEqual([409, 'last_admin']);
    expect((await manage(bob.user.id, { role: 'admin' })).body).toMatchObject({ role: 'admin' });
    bob = Session.parse((await login('bob')).body);
    const both = await Promise.all([manage(ada.user.id, { role: 'editor' }, ada), manage(bob.user.id, { role: 'editor' }, bob)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const left = both[0]?.status === 200 ? bob : ada;
    expect((await instance.admin('GET', 'users', undefined, as(left))).status).toBe(200);
    // Not as an administrator until the token lapses.
    expect((await instance.admin('GET', 'users', undefined, as(left === ada ? bob : ada))).status).toBe(401);
    const log = await instance.services.platform.db.select().from(auditLog);
    expect(log.filter(({ action }) => action === 'admin.role_changed').map(({ details }) => details)).toEqual([
      { from: 'editor', to: 'admin' },
      { from: 'admin', to: 'editor' },
    ]);
  });
});
