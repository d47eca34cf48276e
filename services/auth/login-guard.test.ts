import { ErrorBody, Session } from '@autograph/contracts';
import { users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later, now } from './testing/later.ts';
import { type Answer, startAuth, type TestAuth } from './testing/start-auth.ts';

const password = 'SecurePass123!';
const codeOf = (answer: Answer) => [answer.status, ErrorBody.parse(answer.body).error.code];
const minutes = 60_000;

describe('guessing passwords', () => {
  let instance: TestAuth;
  let admin: Session;
  beforeAll(async () => {
    instance = await startAuth();
    admin = Session.parse((await instance.send('POST', 'register', { email: 'ada@example.com', password, name: 'Ada' })).body);
    for (const name of ['bob', 'cleo', 'dan']) await instance.send('POST', 'register', { email: `${name}@example.com`, password, name });
  });
  afterAll(() => instance.close());
  afterAll(now);

  const login = (name: string, secret: string, ip: string) =>
    instance.send('POST', 'login', { email: `${name}@example.com`, password: secret }, { 'x-forwarded-for': ip });
  const fail = async (name: string, times: number, ip: (i: number) => string) => {
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < times; i++) codes.push(String(codeOf(await login(name, `Wrong-${i}-pass`, ip(i)))[1]));
    return codes;
  };

  it('may be tried five times in a quarter of an hour from an address, which keeps nobody else out [F087, F088]', async () => {
    expect(await fail('bob', 5, () => '1.2.3.4')).toEqual(Array(5).fill('invalid_credentials'));
    const sixth = await login('bob', password, '1.2.3.4');
    expect(codeOf(sixth)).toEqual([429, 'rate_limited']);
    expect(ErrorBody.parse(sixth.body).error.message).toContain('Wait 15 minutes');
    const seconds = Number(sixth.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(880);
    expect(seconds).toBeLessThanOrEqual(900);
    expect((await login('bob', password, '5.6.7.8')).status).toBe(200);
    later(15 * minutes + 1000);
    expect((await login('bob', password, '1.2.3.4')).status).toBe(200);
  });

  it('may be tried five times from all addresses of one network of IPv6', async () => {
    const tries = await fail('bob', 6, (i) => `2001:db8:7:7:${i}::${i}`);
    expect(tries).toEqual([...Array(5).fill('invalid_credentials'), 'rate_limited']);
    expect((await login('bob', password, '2001:db8:7:8::1')).status).toBe(200);
  });

  it('of many at once from an address gives five answers', async () => {
    const guesses = Array.from({ length: 8 }, (_, i) => `Wrong-${i}-pass`);
    const answers = await Promise.all(guesses.map((guess) => login('guessed', guess, '9.9.9.9')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
  });

  it('locks an address without an account as well, so that the lock tells nothing [F070]', async () => {
    expect(await fail('nobody', 10, (i) => `10.2.0.${i}`)).toEqual(Array(10).fill('invalid_credentials'));
    expect(codeOf(await login('nobody', password, '10.2.1.1'))).toEqual([423, 'account_locked']);
  });

  it('is forgiven by an admin at once, or by a new password [F103]', async () => {
    const asAdmin = { authorization: `Bearer ${admin.access_token}` };
    await fail('dan', 10, (i) => `10.4.0.${i}`);
    const listed = await instance.admin('GET', 'users?q=DAN@', undefined, asAdmin);
    expect(listed.body).toMatchObject({ total: 1, items: [{ email: 'dan@example.com', locked_until: expect.any(String) }] });
    const id = JSON.stringify(listed.body).match(/"id":"([^"]+)"/)?.[1];
    expect(codeOf(await login('dan', password, '10.4.1.1'))).toEqual([423, 'account_locked']);
    expect((await instance.admin('POST', `users/${id}/unlock`, undefined, asAdmin)).body).toMatchObject({ locked_until: null });
    expect((await login('dan', password, '10.4.1.2')).status).toBe(200);

    const until = new Date(Date.now() + 60 * minutes);
    await instance.services.platform.db.update(users).set({ lockedUntil: until }).where(eq(users.email, 'dan@example.com'));
    await instance.send('POST', 'forgot-password', { email: 'dan@example.com' });
    const { token } = await instance.mail('dan@example.com', /new password/);
    await instance.send('POST', 'reset-password', { token, password: 'NewSecurePass123!' });
    expect((await login('dan', 'NewSecurePass123!', '10.5.1.1')).status).toBe(200);
  });

  it('answers the same for an account and for an address without one, however the guesses are spread [F070]', async () => {
    let tries = 0;
    const step = async () => {
      tries += 1;
      const from = `10.6.${tries >> 8}.${tries & 255}`;
      const [known, unknown] = [await login('bob', 'Wrong-pass-1', from), await login('no-one', 'Wrong-pass-1', from)];
      expect([known.status, JSON.stringify(known.body).replace(/"requestId":"[^"]+"/, '')]).toEqual([
        unknown.status,
        JSON.stringify(unknown.body).replace(/"requestId":"[^"]+"/, ''),
      ]);
      return known.status;
    };
    const steps = async (count: number) => {
      const seen: number[] = [];
      for (let i = 0; i < count; i++) seen.push(await step());
      return seen;
    };
    await login('bob', password, '10.6.9.9');
    expect(await steps(9)).toEqual(Array(9).fill(401));
    later(50 * minutes);
    expect(await steps(2)).toEqual([401, 423]);
    // An hour after the first failure, not after the last.
    later(15 * minutes);
    expect(await step()).toBe(423);
    later(46 * minutes);
    expect(await steps(5)).toEqual(Array(5).fill(401));
    later(2 * 24 * 60 * minutes);
    expect(await steps(6)).toEqual([401, 401, 401, 401, 401, 423]);
  }, 60_000);

  it('locks the account after ten failures for an hour, and its owner is told [F102]', async () => {
    expect(await fail('cleo', 10, (i) => `10.1.0.${i}`)).toEqual(Array(10).fill('invalid_credentials'));
    expect(codeOf(await login('cleo', password, '10.1.1.1'))).toEqual([423, 'account_locked']);
    expect((await instance.mail('cleo@example.com', /locked/)).text).toContain('ten times');
    later(61 * minutes);
    expect((await login('cleo', password, '10.1.1.2')).status).toBe(200);
  });
});
