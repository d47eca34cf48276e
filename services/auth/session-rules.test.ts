import { ErrorBody, Session } from '@autograph/contracts';
import { auditLog } from '@autograph/database';
import { kvModes } from '@autograph/service-kit/testing/kv-modes.ts';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { later, now } from './testing/later.ts';
import { type Answer, startAuth, type TestAuth } from './testing/start-auth.ts';

const password = 'SecurePass123!';
const codeOf = (answer: Answer) => [answer.status, ErrorBody.parse(answer.body).error.code];
const minutes = 60_000;
const sessionOf = (session: Session) => String(decodeJwt(session.access_token).session_id);
const Items = z.object({ items: z.array(z.looseObject({ id: z.string(), current: z.boolean(), last_active_at: z.string() })) });

describe.each(kvModes)('signed-in devices $name', ({ environment, runs }) => {
  /** What has nothing to do with where sessions are kept is looked at once. */
  const inMemory = runs && environment.REDIS_URL === undefined;
  let instance: TestAuth;
  beforeAll(async () => {
    if (runs) instance = await startAuth({ ...environment, COUNTRY_HEADER: 'cf-ipcountry' });
  });
  afterAll(() => instance?.close());
  afterAll(now);

  /** A new person with as many devices as asked for. */
  const devices = async (name: string, count: number, more: Record<string, unknown> = {}) => {
    const email = `${name}@example.com`;
    const made = Session.parse((await instance.send('POST', 'register', { email, password, name })).body);
    await bearer(made).send('POST', 'logout');
    const opened: ReturnType<typeof bearer>[] = [];
    for (let i = 0; i < count; i++)
      opened.push(bearer(Session.parse((await instance.send('POST', 'login', { email, password, ...more })).body)));
    return opened;
  };
  function bearer(session: Session) {
    const send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) =>
      instance.send(method, path, body, { authorization: `Bearer ${session.access_token}` });
    return { ...session, send, me: () => send('GET', 'me'), renew: () => instance.send('POST', 'refresh', session) };
  }
  const open = async (list: readonly { me(): Promise<Answer> }[]) => (await Promise.all(list.map((one) => one.me()))).map((a) => a.status);

  it.runIf(runs)('are five at most: the sixth ends the oldest [F096]', async () => {
    const six = await devices('ada', 6);
    expect(await open(six)).toEqual([401, 200, 200, 200, 200, 200]);
    const first = await six[0]?.me();
    expect(first && codeOf(first)).toEqual([401, 'session_replaced']);
    expect(ErrorBody.parse(first?.body).error.message).toContain('expired');
  });

  it.runIf(runs)('end after half an hour without anything done, unless they are to stay signed in [F095]', async () => {
    const [kept] = await devices('bob', 1, { remember: true });
    if (!kept) throw new Error('no device');
    const login = (more: Record<string, unknown>) => instance.send('POST', 'login', { email: 'bob@example.com', password, ...more });
    const short = bearer(Session.parse((await login({})).body));
    const other = bearer(Session.parse((await login({ remember: false })).body));
    later(29 * minutes);
    expect((await short.me()).status).toBe(200);
    later(2 * minutes);
    expect((await short.me()).status).toBe(200);
    expect(codeOf(await other.me())).toEqual([401, 'session_idle']);
    expect(codeOf(await other.renew())).toEqual([401, 'session_idle']);
    // Its access token has lapsed as well by now: renewing it does not bring it back either.
    later(31 * minutes);
    expect(codeOf(await short.renew())).toEqual([401, 'session_idle']);
    expect((await kept.renew()).status).toBe(200);
  });

  it.runIf(inMemory)('stay signed in for 30 days when asked to, else until the browser is closed [F091]', async () => {
    await devices('cleo', 0);
    const login = (remember: boolean) => instance.send('POST', 'login', { email: 'cleo@example.com', password, remember });
    for (const cookie of (await login(false)).cookies) expect(cookie).not.toMatch(/max-age|expires/i);
    expect((await login(true)).cookies.join()).toContain('Max-Age=2592000');
  });

  it.runIf(inMemory)('are listed with device, place, address and last activity, and ended one by one or all but this [F097]', async () => {
    await devices('dan', 0);
    const from = async (userAgent: string, ip: string, country: string) => {
      const headers = { 'user-agent': userAgent, 'x-forwarded-for': ip, 'cf-ipcountry': country };
      return bearer(Session.parse((await instance.send('POST', 'login', { email: 'dan@example.com', password }, headers)).body));
    };
    const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const [here, office, shell] = [
      await from(windows, '192.168.1.4', ''),
      await from(windows, '203.0.113.9', 'DE'),
      await from('curl/8.5.0', '198.51.100.2', ''),
    ];
    const { items } = Items.parse((await here.send('GET', 'sessions')).body);
    const seen = items.map(({ current, device, ip_address, place }) => [current, device, ip_address, place]);
    expect(seen.sort()).toEqual([
      [false, 'Firefox on Windows', '203.0.113.9', 'Germany'],
      [false, 'curl', '198.51.100.2', 'Unknown place'],
      [true, 'Firefox on Windows', '192.168.1.4', 'Local network'],
    ]);
    for (const { last_active_at } of items) expect(Math.abs(Date.now() - Date.parse(last_active_at))).toBeLessThan(60_000);

    expect((await here.send('DELETE', `sessions/${sessionOf(shell)}`)).status).toBe(200);
    expect(codeOf(await shell.me())).toEqual([401, 'session_revoked']);
    expect(codeOf(await here.send('DELETE', `sessions/${sessionOf(shell)}`))).toEqual([404, 'not_found']);
    expect((await here.send('DELETE', 'sessions')).body).toEqual({ ended: 1 });
    expect(await open([here, office])).toEqual([200, 401]);
  });

  it.runIf(inMemory)('are not ended by somebody else', async () => {
    const [[eve], [fay]] = [await devices('eve', 1), await devices('fay', 1)];
    if (!eve || !fay) throw new Error('no devices');
    expect(codeOf(await eve.send('DELETE', `sessions/${sessionOf(fay)}`))).toEqual([404, 'not_found']);
    expect((await fay.me()).status).toBe(200);
  });

  it.runIf(inMemory)('end with a password change, all but the one that made it, which needs the present one [F098, F099]', async () => {
    const [here, there] = await devices('gus', 2);
    if (!here || !there) throw new Error('no devices');
    const change = (body: unknown) => here.send('POST', 'password', body);
    const missing = await change({ new_password: 'NewSecurePass123!' });
    expect(codeOf(missing)).toEqual([422, 'validation_failed']);
    expect(ErrorBody.parse(missing.body).error.details).toMatchObject([{ path: 'body.current_password' }]);
    expect(codeOf(await change({ current_password: 'WrongPass123!', new_password: 'NewSecurePass123!' }))).toEqual([403, 'wrong_password']);
    expect(codeOf(await change({ current_password: password, new_password: 'weak' }))).toEqual([422, 'weak_password']);
    expect(await open([here, there])).toEqual([200, 200]);
    expect((await change({ current_password: password, new_password: 'NewSecurePass123!' })).status).toBe(200);
    expect(await open([here, there])).toEqual([200, 401]);
    expect(codeOf(await there.me())).toEqual([401, 'password_changed']);
    const login = (secret: string) => instance.send('POST', 'login', { email: 'gus@example.com', password: secret });
    expect([(await login(password)).status, (await login('NewSecurePass123!')).status]).toEqual([401, 200]);
  });

  it.runIf(runs)('all end by one action, and leave nothing in the store [F077]', async () => {
    const three = await devices('hal', 3);
    expect((await three[0]?.send('POST', 'logout-all'))?.body).toEqual({ ended: 3 });
    expect(await open(three)).toEqual([401, 401, 401]);
    const { kv } = instance.services.platform;
    const kept = await Promise.all(three.map((device) => kv.get(`session:${sessionOf(device)}`)));
    expect(kept).toEqual([null, null, null]);
  });

  it.runIf(runs)('that sign out leave a mark which lives no longer than the token would have [F076]', async () => {
    const [device] = await devices('ida', 1);
    if (!device) throw new Error('no device');
    await device.send('POST', 'logout');
    const { kv } = instance.services.platform;
    const left = (session: Session) => (decodeJwt(session.access_token).exp ?? 0) - Date.now() / 1000;
    const ttl = await kv.ttl(`ended:${sessionOf(device)}`);
    expect(ttl).toBeGreaterThan(3500);
    expect(ttl).toBeLessThanOrEqual(left(device));
  });

  it.runIf(inMemory)('that sign out late leave a mark for the rest of the token’s time alone [F076]', async () => {
    const [device, idle] = [...(await devices('max', 1, { remember: true })), ...(await devices('lou', 1))];
    if (!device || !idle) throw new Error('no device');
    later(20 * minutes);
    const renewed = bearer(Session.parse((await device.renew()).body));
    later(29 * minutes);
    expect((await renewed.send('POST', 'logout')).status).toBe(200);
    const { kv } = instance.services.platform;
    const ttl = await kv.ttl(`ended:${sessionOf(renewed)}`);
    const left = (decodeJwt(renewed.access_token).exp ?? 0) - Date.now() / 1000;
    expect(ttl).toBeGreaterThan(left - 5);
    expect(ttl).toBeLessThanOrEqual(left);
    // One that was closed as left alone does not come back when the mark is gone.
    expect(codeOf(await idle.me())).toEqual([401, 'session_idle']);
    later(3 * 60 * minutes);
    expect(codeOf(await idle.renew())).toEqual([401, 'session_idle']);
  });

  it.runIf(inMemory)('of a kind that was not seen before are told by mail, others are not', async () => {
    await devices('jan', 1);
    const strange = {
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'x-forwarded-for': '203.0.113.9',
    };
    await instance.send('POST', 'login', { email: 'jan@example.com', password }, strange);
    const mail = await instance.mail('jan@example.com', /New sign-in/);
    expect(mail.text).toContain('Firefox on Linux');
    await instance.send('POST', 'login', { email: 'jan@example.com', password }, strange);
    expect((await instance.mailed('jan@example.com')).filter((subject) => /New sign-in/.test(subject))).toHaveLength(1);
    // Whoever knows the password calls itself what it likes; the mailbox is not filled by it.
    const named = ['Chrome', 'Edg', 'OPR', 'Safari'].flatMap((browser) =>
      ['Windows NT 10.0', 'Mac OS X'].map((system) => ({ browser, system })),
    );
    for (const { browser, system } of named)
      await instance.send(
        'POST',
        'login',
        { email: 'jan@example.com', password },
        { 'user-agent': `Mozilla/5.0 (${system}) ${browser}/140.0` },
      );
    const told = async () => (await instance.mailed('jan@example.com')).filter((subject) => /New sign-in/.test(subject)).length;
    await expect.poll(told, { timeout: 15_000 }).toBe(5);
    await instance.send('POST', 'forgot-password', { email: 'jan@example.com' });
    await instance.mail('jan@example.com', /new password/);
    expect(await told()).toBe(5);
  });

  it.runIf(inMemory)('are noted in the audit log, with where they were [F089]', async () => {
    const from = { 'x-forwarded-for': '203.0.113.77' };
    await devices('kim', 0);
    await instance.send('POST', 'login', { email: 'kim@example.com', password: 'WrongPass123!' }, from);
    const { access_token } = Session.parse((await instance.send('POST', 'login', { email: 'kim@example.com', password }, from)).body);
    await instance.send('POST', 'logout', undefined, { ...from, authorization: `Bearer ${access_token}` });
    await instance.send('POST', 'forgot-password', { email: 'kim@example.com' }, from);
    const { token } = await instance.mail('kim@example.com', /new password/);
    await instance.send('POST', 'reset-password', { token, password: 'NewSecurePass123!' }, from);
    const log = await instance.services.platform.db.select().from(auditLog);
    const mine = log.filter(({ ipAddress }) => ipAddress === '203.0.113.77').sort((a, b) => Number(a.id - b.id));
    expect(mine.map(({ action, result }) => `${action} ${result}`)).toEqual([
      'auth.login failure',
      'auth.login success',
      'auth.logout success',
      'auth.password_reset_requested success',
      'auth.password_reset success',
    ]);
    for (const event of mine) {
      expect(event.userId).not.toBeNull();
      expect(event.createdAt).toBeInstanceOf(Date);
    }
  });
});
