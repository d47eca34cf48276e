import { randomUUID } from 'node:crypto';
import { hostServices, openSession } from '@autograph/service-kit';
import { openTestPlatform, testIdentity } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { service as gateway } from './service.ts';
import { auth, diagram } from './testing/stand-ins.ts';

describe('the limits that hold when nobody has set others', () => {
  let opened: Awaited<ReturnType<typeof openTestPlatform>>;
  let host: Awaited<ReturnType<typeof hostServices>>;
  beforeAll(async () => {
    opened = await openTestPlatform({ TRUST_PROXY: 'true' });
    host = await hostServices(opened.platform, [auth, diagram, gateway]);
  });
  afterAll(async () => {
    vi.useRealTimers();
    await host.close();
    await opened.close();
  });

  /** Sets the clock, which stands still from then on. */
  const at = (moment: number) => void vi.useFakeTimers({ toFake: ['Date'], now: moment });
  const person = async () => {
    const identity = testIdentity();
    await openSession(opened.platform.kv, identity.session_id, identity.user_id);
    const authorization = `Bearer ${await opened.platform.tokens.signAccessToken(identity)}`;
    let last = 0;
    /** From another address each time unless told, so that no address is counted. */
    return async (from?: string, url = '/api/diagrams') => {
      last += 1;
      const answer = await host
        .app('gateway')
        .inject({ url, headers: { authorization, 'x-forwarded-for': from ?? `2001:db8:${last.toString(16)}::1` } });
      return answer.statusCode;
    };
  };
  const counted = async (times: number, ask: () => Promise<number>) => {
    const seen: Record<number, number> = {};
    for (let index = 0; index < times; index += 1) {
      const status = await ask();
      seen[status] = (seen[status] ?? 0) + 1;
    }
    return seen;
  };

  it('let a person ask for 100 things a minute, from wherever, and again after it [F009]', async () => {
    const start = Date.now();
    at(start);
    const [ask, other] = [await person(), await person()];
    expect(await counted(100, () => ask())).toEqual({ 200: 100 });
    expect([await ask(), await other()]).toEqual([429, 200]);
    at(start + 59_000);
    expect(await ask()).toBe(429);
    at(start + 60_001);
    expect(await counted(101, () => ask())).toEqual({ 200: 100, 429: 1 });
  });

  it('let a person ask for 1,000 small pictures a minute beside that, which their page loads by the dozen', async () => {
    at(Date.now() + 300_000);
    const ask = await person();
    const picture = () => ask(undefined, `/api/diagrams/${randomUUID()}/thumbnail`);
    expect(Object.keys(await counted(1000, picture))).not.toContain('429');
    expect([await picture(), await ask()]).toEqual([429, 200]);
  });

  it('let an address ask for 1,000 things a minute, whoever asks and for whatever, and again after it [F010]', async () => {
    const start = Date.now() + 600_000;
    at(start);
    const nothing = (from: string) => async () => {
      const answer = await host.app('gateway').inject({ url: '/api/nothing', headers: { 'x-forwarded-for': from } });
      return answer.statusCode;
    };
    const people = await Promise.all(Array.from({ length: 10 }, person));
    for (const ask of people) expect(await counted(95, () => ask('192.0.2.1'))).toEqual({ 200: 95 });
    expect((await counted(50, nothing('192.0.2.1')))[429]).toBeUndefined();
    const [first] = people;
    expect([await first?.('192.0.2.1'), await nothing('192.0.2.1')(), await first?.('192.0.2.2')]).toEqual([429, 429, 200]);
    at(start + 59_000);
    expect(await nothing('192.0.2.1')()).toBe(429);
    at(start + 60_001);
    expect(await first?.('192.0.2.1')).toBe(200);
  });
});
