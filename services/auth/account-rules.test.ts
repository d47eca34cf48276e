import { ErrorBody, Session } from '@autograph/contracts';
import { accountLinks, auditLog, users } from '@autograph/database';
import { and, eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later, now } from './testing/later.ts';
import { type Answer, startAuth, type TestAuth } from './testing/start-auth.ts';

const password = 'SecurePass123!';
const codeOf = (answer: Answer) => [answer.status, ErrorBody.parse(answer.body).error.code];
const minutes = 60_000;

describe('an instance that confirms addresses', () => {
  let instance: TestAuth;
  let admin: Session;
  beforeAll(async () => {
    instance = await startAuth({ REQUIRE_EMAIL_VERIFICATION: 'true', LOGIN_FAILURES_PER_ADDRESS: '1000' });
    admin = Session.parse((await instance.send('POST', 'register', { email: 'ada@example.com', password, name: 'Ada' })).body);
  });
  afterAll(() => instance.close());
  afterAll(now);

  const asAdmin = () => ({ authorization: `Bearer ${admin.access_token}` });
  const register = (email: string) => instance.send('POST', 'register', { email, password, name: 'Bob' });
  const login = (email: string, secret = password) => instance.send('POST', 'login', { email, password: secret });
  const row = async (email: string) => (await instance.services.platform.db.select().from(users).where(eq(users.email, email)))[0];

  it('trusts the very first account at once', async () => {
    expect((await login('ada@example.com')).status).toBe(200);
    expect(await row('ada@example.com')).toMatchObject({ emailVerified: true, role: 'admin' });
  });

  it('lets nobody else in before the mailed link was followed [F064, F100]', async () => {
    const made = await register('bob@example.com');
    expect([made.status, made.body]).toMatchObject([201, { email_verified: false, user: { email: 'bob@example.com' } }]);
    expect(made.cookies).toEqual([]);
    const early = await login('bob@example.com');
    expect(codeOf(early)).toEqual([403, 'email_unverified']);
    expect(ErrorBody.parse(early.body).error.details).toMatchObject([{ email_verified: false }]);
    expect(codeOf(await login('bob@example.com', 'WrongPass123!'))).toEqual([401, 'invalid_credentials']);
    const { token } = await instance.mail('bob@example.com', /Confirm/);
    const answer = await instance.send('POST', 'verify-email', { token, password });
    expect([answer.status, answer.body]).toEqual([200, { email: 'bob@example.com', email_verified: true }]);
    expect(await row('bob@example.com')).toMatchObject({ emailVerified: true });
    expect((await login('bob@example.com')).status).toBe(200);
    expect(codeOf(await instance.send('POST', 'verify-email', { token, password }))).toEqual([400, 'link_used']);
    expect(codeOf(await instance.send('POST', 'verify-email', { token: 'made-up', password }))).toEqual([400, 'link_unknown']);
  });

  it('confirms no account that somebody else made with the address; its owner takes it by a password of their own', async () => {
    await register('victim@example.com');
    const { token } = await instance.mail('victim@example.com', /Confirm/);
    const confirm = (secret: string) => instance.send('POST', 'verify-email', { token, password: secret });
    expect(codeOf(await instance.send('POST', 'verify-email', { token }))).toEqual([422, 'validation_failed']);
    expect(codeOf(await confirm('TheOwnersPass123!'))).toEqual([403, 'wrong_password']);
    expect(await row('victim@example.com')).toMatchObject({ emailVerified: false, failedLogins: 1 });
    expect(codeOf(await login('victim@example.com'))).toEqual([403, 'email_unverified']);

    await instance.send('POST', 'forgot-password', { email: 'victim@example.com' });
    const chosen = await instance.mail('victim@example.com', /new password/);
    expect((await instance.send('POST', 'reset-password', { token: chosen.token, password: 'TheOwnersPass123!' })).status).toBe(200);
    expect(codeOf(await login('victim@example.com'))).toEqual([401, 'invalid_credentials']);
    expect((await login('victim@example.com', 'TheOwnersPass123!')).status).toBe(200);
    expect(codeOf(await confirm(password))).toEqual([400, 'link_unknown']);
  });

  it('says the same to whoever asks for a link, and fills nobody’s mailbox', async () => {
    await register('dan@example.com');
    for (let i = 0; i < 7; i++)
      for (const email of ['dan@example.com', 'ada@example.com', 'nobody@example.com'])
        expect((await instance.send('POST', 'verify-email/resend', { email })).body).toEqual({ sent: true });
    const sent = await instance.services.platform.db.select().from(auditLog).where(eq(auditLog.action, 'auth.verification_sent'));
    const dan = (await row('dan@example.com'))?.id;
    expect(sent.filter(({ userId }) => userId === dan)).toHaveLength(5);
    expect(sent.filter(({ userId }) => userId === admin.user.id)).toEqual([]);
  });

  it('stores no token of a link', async () => {
    await register('eve@example.com');
    const { token } = await instance.mail('eve@example.com', /Confirm/);
    const links = await instance.services.platform.db.select().from(accountLinks);
    expect(JSON.stringify(links)).not.toContain(token);
  });

  it('may be told by its admin to confirm none, to take certain domains only, or nobody at all', async () => {
    const set = (body: unknown) => instance.admin('PATCH', 'registration', body, asAdmin());
    expect((await instance.admin('GET', 'registration', undefined, asAdmin())).body).toEqual({
      open: true,
      allowed_domains: [],
      verify_email: true,
    });
    expect((await set({ verify_email: false, allowed_domains: ['Example.org'] })).body).toEqual({
      open: true,
      allowed_domains: ['example.org'],
      verify_email: false,
    });
    expect(codeOf(await register('fay@example.com'))).toEqual([403, 'domain_refused']);
    expect(codeOf(await register('fay@sub.example.org'))).toEqual([403, 'domain_refused']);
    expect(Session.parse((await register('fay@EXAMPLE.org')).body).user.email).toBe('fay@example.org');
    await set({ open: false });
    expect(codeOf(await register('gus@example.org'))).toEqual([403, 'registration_closed']);
    expect((await instance.send('GET', 'setup')).body).toMatchObject({ registration_open: false });
    expect(codeOf(await set({ allowed_domains: ['no domain'] }))).toEqual([422, 'validation_failed']);
    const fay = await login('fay@example.org');
    const asFay = { authorization: `Bearer ${Session.parse(fay.body).access_token}` };
    expect(codeOf(await instance.admin('PATCH', 'registration', { open: true }, asFay))).toEqual([403, 'forbidden']);
    expect(codeOf(await instance.admin('GET', 'registration', undefined, asFay))).toEqual([403, 'forbidden']);
    const log = await instance.services.platform.db.select().from(auditLog).where(eq(auditLog.action, 'admin.registration_changed'));
    expect(log.map(({ details }) => details)).toContainEqual({ open: false });
    await set({ open: true, allowed_domains: [], verify_email: true });
  });

  it('shows its admin the mails that no server takes, with their links', async () => {
    const answer = await instance.admin('GET', 'outbox', undefined, asAdmin());
    expect(answer.body).toMatchObject({ delivers: false });
    expect(JSON.stringify(answer.body)).toContain('/verify-email?token=');
  });

  describe('a forgotten password', () => {
    const forgot = (email: string) => instance.send('POST', 'forgot-password', { email });
    const reset = (token: string, secret: string) => instance.send('POST', 'reset-password', { token, password: secret });

    it('is replaced by a mailed link that works once, within the hour [F078, F079, F081]', async () => {
      const before = Session.parse((await login('bob@example.com')).body);
      const [known, unknown] = [await forgot('bob@example.com'), await forgot('nobody@example.com')];
      expect([known.status, known.body]).toEqual([200, { sent: true }]);
      expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
      const { token } = await instance.mail('bob@example.com', /new password/);
      const { db } = instance.services.platform;
      const mine = and(eq(accountLinks.userId, before.user.id), eq(accountLinks.purpose, 'reset_password'));
      const [link] = await db.select().from(accountLinks).where(mine);
      expect(((link?.expiresAt.getTime() ?? 0) - (link?.createdAt.getTime() ?? 0)) / minutes).toBe(60);

      expect(codeOf(await reset(token, 'weak'))).toEqual([422, 'weak_password']);
      expect((await reset(token, 'NewSecurePass123!')).body).toEqual({ reset: true, passkeys: [], api_keys: [] });
      expect(codeOf(await login('bob@example.com'))).toEqual([401, 'invalid_credentials']);
      expect((await login('bob@example.com', 'NewSecurePass123!')).status).toBe(200);
      expect(codeOf(await reset(token, 'OtherSecurePass123!'))).toEqual([400, 'link_used']);
      expect((await db.select().from(accountLinks).where(mine))[0]?.usedAt).toBeInstanceOf(Date);
      const me = await instance.send('GET', 'me', undefined, { authorization: `Bearer ${before.access_token}` });
      expect(codeOf(me)).toEqual([401, 'password_changed']);
      await instance.mail('bob@example.com', /password was changed/);
    });
  });

  describe('a link that is too old', () => {
    it('confirms no address after 24 hours, but the next one does [F101]', async () => {
      await register('cleo@example.com');
      const old = await instance.mail('cleo@example.com', /Confirm/);
      later(25 * 60 * minutes);
      expect(codeOf(await instance.send('POST', 'verify-email', { token: old.token, password }))).toEqual([400, 'link_expired']);
      expect((await instance.send('POST', 'verify-email/resend', { email: 'Cleo@example.com' })).body).toEqual({ sent: true });
      const fresh = await instance.mail('cleo@example.com', /Confirm/);
      later(23 * 60 * minutes);
      expect((await instance.send('POST', 'verify-email', { token: fresh.token, password })).status).toBe(200);
      expect((await login('cleo@example.com')).status).toBe(200);
    });

    it('does not replace a forgotten password when it is older than an hour, but the next one does [F080]', async () => {
      await instance.send('POST', 'forgot-password', { email: 'cleo@example.com' });
      const old = await instance.mail('cleo@example.com', /new password/);
      later(61 * minutes);
      expect(codeOf(await instance.send('POST', 'reset-password', { token: old.token, password: 'NewSecurePass123!' }))).toEqual([
        400,
        'link_expired',
      ]);
      await instance.send('POST', 'forgot-password', { email: 'cleo@example.com' });
      const fresh = await instance.mail('cleo@example.com', /new password/);
      expect((await instance.send('POST', 'reset-password', { token: fresh.token, password: 'NewSecurePass123!' })).status).toBe(200);
    });
  });
});

describe('cookies of an instance that people reach by https', () => {
  it('travel by https alone, whatever the last proxy says of the request', async () => {
    const instance = await startAuth({ PUBLIC_URL: 'https://graph.example' });
    const { cookies } = await instance.send('POST', 'register', { email: 'ada@example.com', password, name: 'Ada' });
    await instance.close();
    expect(cookies.length).toBe(2);
    for (const cookie of cookies) expect(cookie).toContain('; Secure');
  });
});

describe('whether addresses are confirmed', () => {
  it('follows from whether mails can be sent, when nobody has said it', async () => {
    const instance = await startAuth({ SMTP_URL: 'smtp://127.0.0.1:9' });
    await instance.send('POST', 'register', { email: 'ada@example.com', password, name: 'Ada' });
    const second = await instance.send('POST', 'register', { email: 'bob@example.com', password, name: 'Bob' });
    expect(second.body).toMatchObject({ email_verified: false });
    await instance.close();
  });
});
