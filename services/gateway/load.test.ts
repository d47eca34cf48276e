import { hostServices, listen } from '@autograph/service-kit';
import { openTestPlatform } from '@autograph/service-kit/testing/index.ts';
import { expect, it, vi } from 'vitest';
import { service as gateway } from './service.ts';
import { auth } from './testing/stand-ins.ts';

function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

it('refuses requests while it lags behind, but not probes, and takes them again', async () => {
  const opened = await openTestPlatform({ SHED_EVENT_LOOP_DELAY_MS: '60' });
  const host = await hostServices(opened.platform, [auth, gateway]);
  const base = `http://127.0.0.1:${await listen(host.app('gateway'), '127.0.0.1', 0)}`;
  try {
    const refused = await vi.waitUntil(
      async () => {
        work(300);
        const answer = await fetch(`${base}/api/auth/login`, { method: 'POST' });
        return answer.status === 503 ? answer : undefined;
      },
      { timeout: 20_000, interval: 1 },
    );
    expect(await refused.json()).toMatchObject({ error: { code: 'overloaded' } });
    expect(refused.headers.get('retry-after')).toBe('1');
    work(300);
    expect((await fetch(`${base}/health/live`)).status).toBe(200);
    await vi.waitUntil(async () => (await fetch(`${base}/api/auth/login`, { method: 'POST' })).status === 422, { timeout: 20_000 });
  } finally {
    await host.close();
    await opened.close();
  }
});
