import { ErrorBody, Session } from '@autograph/contracts';
import { auditLog, refreshTokens } from '@autograph/database';
import { kvModes } from '@autograph/service-kit/testing/kv-modes.ts';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetExpired } from './forget-expired.ts';
import { later, now } from './testing/later.ts';
import { type Answer, startAuth, type TestAuth } from './testing/start-auth.ts';

const secret = 'a secret of the tests that is long enough';
const password = 'SecurePass123!';

const codeOf = (answer: Answer) => [answer.status, ErrorBody.parse(answer.body).error.code];
const minutes = 60_000;
const days = 24 * 60 * minutes;

describe.each(kvModes)('sessions $name', ({ environment, runs }) => {
  let instance: TestAuth;
  let first: Session;
  beforeAll(async () => {
    if (!runs) return;
    instance = await startAuth({ ...environment, AUTH_SECRET: secret, MAX_SESSIONS: '1000' });
    first = Session.parse((await instance.send('POST', 'register', { email: 'ada@example.com', password, name: 'Ada' })).body);
  });
  afterAll(() => instance?.close());
  afterAll(now);

  const login = async () =>
    Session.parse((await instance.send('POST', 'login', { email: 'ada@example.com', password, remember: true })).body);
  const me = (token: string) => instance.send('GET', 'me', undefined, { authorization: `Bearer ${token}` });
  const refresh = (token: string) => instance.send('POST', 'refresh', { refresh_token: token });
  const sessionOf = (session: Session) => String(decodeJwt(session.access_token).session_id);

  it.runIf(runs)('begin with the right password: an hour of access, thirty days of renewal [F068, F071]', async () => {
    const session = await login();
    expect(session.user).toEqual(first.user);
    const claims = decodeJwt(session.access_token);
    expect(claims).toMatchObject({ sub: first.user.id, email: 'ada@example.com', role: 'admin', roles: ['admin'] });
    expect(decodeProtectedHeader(session.access_token).alg).toBe('HS256');
    await jwtVerify(session.access_token, new TextEncoder().encode(secret));
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
    const kept = await instance.services.platform.db.select().from(refreshTokens);
    const lives = kept
      .filter(({ sessionId }) => sessionId === sessionOf(session))
      .map((token) => (token.expiresAt.getTime() - token.createdAt.getTime()) / days);
    expect(lives).toEqual([expect.closeTo(30, 3)]);
    expect(JSON.stringify(kept)).not.toContain(session.refresh_token);
  });

  it.runIf(runs)('do not begin with a wrong password or address, and the answers do not differ [F069, F070]', async () => {
    const attempts = [
      { email: 'ada@example.com', password: 'WrongPassword' },
      { email: 'nobody@example.com', password },
      { email: 'no address', password },
      { email: 'ada@example.com', password: `${password}${'x'.repeat(80)}` },
    ];
    const answers = await Promise.all(attempts.map((attempt) => instance.send('POST', 'login', attempt)));
    for (const answer of answers) {
      expect(codeOf(answer)).toEqual([401, 'invalid_credentials']);
      expect(answer.cookies).toEqual([]);
    }
    const bodies = answers.map(({ body }) => ({ ...ErrorBody.parse(body).error, requestId: '' }));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it.runIf(runs)('answer unstorable text with what is wrong', async () => {
    for (const bad of [
      { email: 'a\u0000@example.com', password },
      { email: 'ada@example.com', password: 'Secure\u00001' },
      { email: 7 },
      null,
    ])
      expect(codeOf(await instance.send('POST', 'login', bad))).toEqual([422, 'validation_failed']);
  });

  it.runIf(runs)('live in the kv for a day, and end with their record there [F090]', async () => {
    const session = await login();
    const key = `session:${sessionOf(session)}`;
    const left = (await instance.services.platform.kv.ttl(key)) ?? 0;
    expect(left).toBeGreaterThan(86_390);
    expect(left).toBeLessThanOrEqual(86_400);
    await instance.services.platform.kv.delete(key);
    expect(codeOf(await me(session.access_token))).toEqual([401, 'invalid_token']);
  });

  it.runIf(runs)('give a new pair for a refresh token, once [F073, F075]', async () => {
    const old = await login();
    const answer = await refresh(old.refresh_token);
    expect(answer.status).toBe(200);
    const fresh = Session.parse(answer.body);
    expect((await me(fresh.access_token)).status).toBe(200);
    const again = await refresh(old.refresh_token);
    expect(codeOf(again)).toEqual([401, 'token_used']);
    expect(ErrorBody.parse(again.body).error.message).toContain('used already');
    expect((await refresh(fresh.refresh_token)).status).toBe(200);
  });

  it.runIf(runs)('end when a refresh token is replayed', async () => {
    const old = await login();
    const fresh = Session.parse((await refresh(old.refresh_token)).body);
    later(11_000);
    expect(codeOf(await refresh(old.refresh_token))).toEqual([401, 'invalid_token']);
    expect(codeOf(await me(fresh.access_token))).toEqual([401, 'invalid_token']);
    expect(codeOf(await refresh(fresh.refresh_token))).toEqual([401, 'invalid_token']);
    const actions = (await instance.services.platform.db.select().from(auditLog)).map((event) => event.action);
    expect(actions).toContain('auth.refresh_replayed');
  });

  it.runIf(runs)('give one pair at most to callers who come with one token at once', async () => {
    const { refresh_token } = await login();
    const answers = await Promise.all([refresh(refresh_token), refresh(refresh_token), refresh(refresh_token)]);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });

  /** A browser: it keeps the cookies that it is given, and sends them to all of a site. */
  const openBrowser = async () => {
    const jar = new Map<string, string>();
    const take = ({ cookies }: Answer) => {
      for (const cookie of cookies) jar.set(cookie.split('=')[0] ?? '', cookie.split(';')[0] ?? '');
    };
    const header = () => ({ cookie: [...jar.values()].join('; ') });
    take(await instance.send('POST', 'login', { email: 'ada@example.com', password, remember: true }));
    return {
      take,
      renew: () => instance.send('POST', 'refresh', {}, header()),
      me: async () => (await instance.send('GET', 'me', undefined, header())).status,
    };
  };

  it.runIf(runs)('go on in all tabs of a browser that renew them at once, by one token each time [F073, F075]', async () => {
    const browser = await openBrowser();
    const answers = await Promise.all([browser.renew(), browser.renew(), browser.renew()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    for (const refused of answers.filter(({ status }) => status === 401)) {
      expect(codeOf(refused)).toEqual([401, 'token_used']);
      // What the first was given stays in the jar that all share.
      expect(refused.cookies).toEqual([]);
    }
    for (const answer of answers) browser.take(answer);
    expect(await browser.me()).toBe(200);
    expect((await browser.renew()).status).toBe(200);
  });

  it.runIf(runs)('give no second chain of tokens to whoever shows a spent one as a cookie [F075]', async () => {
    const browser = await openBrowser();
    const stolen = browser.renew;
    const first = await stolen();
    expect(first.status).toBe(200);
    expect(codeOf(await stolen())).toEqual([401, 'token_used']);
    later(11_000);
    expect(codeOf(await stolen())).toEqual([401, 'invalid_token']);
    browser.take(first);
    expect(await browser.me()).toBe(401);
  });

  it.runIf(runs)('keep others untouched when one of them ends', async () => {
    const [laptop, phone] = [await login(), await login()];
    await instance.send('POST', 'logout', undefined, { authorization: `Bearer ${laptop.access_token}` });
    expect((await me(phone.access_token)).status).toBe(200);
  });

  it.runIf(runs)('end with a logout: access and refresh are refused at once [F076]', async () => {
    const session = await login();
    const answer = await instance.send('POST', 'logout', undefined, { authorization: `Bearer ${session.access_token}` });
    expect([answer.status, answer.body]).toEqual([200, { signed_out: true, next: null }]);
    expect(answer.cookies.every((cookie) => cookie.includes('Max-Age=0'))).toBe(true);
    expect(codeOf(await me(session.access_token))).toEqual([401, 'invalid_token']);
    expect(codeOf(await refresh(session.refresh_token))).toEqual([401, 'invalid_token']);
  });

  it.runIf(runs)('end with a logout by the refresh token when the access token has lapsed', async () => {
    const session = await login();
    later(61 * minutes);
    const expired = { authorization: `Bearer ${session.access_token}` };
    expect(codeOf(await instance.send('POST', 'logout', undefined, expired))).toEqual([401, 'unauthenticated']);
    const cookie = `ag_refresh=${session.refresh_token}`;
    const answer = await instance.send('POST', 'logout', undefined, { ...expired, cookie });
    expect([answer.status, answer.cookies.length]).toEqual([200, 2]);
    expect(codeOf(await refresh(session.refresh_token))).toEqual([401, 'invalid_token']);
  });

  it.runIf(runs)('refuse the access token after an hour and renew it [F072]', async () => {
    const session = await login();
    later(61 * minutes);
    expect(codeOf(await me(session.access_token))).toEqual([401, 'token_expired']);
    const renewed = Session.parse((await refresh(session.refresh_token)).body);
    expect((await me(renewed.access_token)).status).toBe(200);
  });

  it.runIf(runs)('can be renewed on day 29, not on day 31 [F074]', async () => {
    const [early, late] = [await login(), await login()];
    later(29 * days);
    const renewed = await refresh(early.refresh_token);
    expect(renewed.status).toBe(200);
    expect((await me(Session.parse(renewed.body).access_token)).status).toBe(200);
    later(2 * days);
    const lapsed = async () => {
      const answer = await refresh(late.refresh_token);
      expect(codeOf(answer)).toEqual([401, 'invalid_token']);
      expect(ErrorBody.parse(answer.body).error.message).toContain('expired');
    };
    await lapsed();
    await forgetExpired(instance.services.platform.db, new Date());
    await lapsed();
  });

  it.runIf(runs)('live in cookies that scripts cannot read, and work by them alone', async () => {
    const { cookies } = await instance.send('POST', 'login', { email: 'ada@example.com', password, remember: true });
    expect(cookies).toEqual([
      expect.stringMatching(/^ag_access=\S+; Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^ag_refresh=\S+; Max-Age=2592000; Path=\/api\/auth; HttpOnly; SameSite=Lax$/),
    ]);
    const overTls = await instance.send('POST', 'login', { email: 'ada@example.com', password }, { 'x-forwarded-proto': 'https' });
    for (const cookie of overTls.cookies) expect(cookie).toContain('; Secure');
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    expect((await instance.send('GET', 'me', undefined, { cookie })).status).toBe(200);
    const renewed = await instance.send('POST', 'refresh', undefined, { cookie });
    expect(renewed.status).toBe(200);
    expect(renewed.cookies.map((each) => each.split('=')[0])).toEqual(['ag_access', 'ag_refresh']);
    expect((await instance.send('POST', 'refresh')).status).toBe(401);
  });

  it.runIf(runs)('refuse what is no token of ours', async () => {
    const { access_token } = await login();
    const [header, claims] = access_token.split('.');
    const forged = [`${header}.${claims}.AAAA`, 'nonsense', `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`];
    for (const token of forged) expect(codeOf(await me(token))).toEqual([401, 'invalid_token']);
    expect(codeOf(await instance.send('GET', 'me'))).toEqual([401, 'unauthenticated']);
  });
});
