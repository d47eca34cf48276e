import { SystemHealth } from '@autograph/contracts';
import { defineService, hostServices } from '@autograph/service-kit';
import { freePort, openTestPlatform } from '@autograph/service-kit/testing/index.ts';
import { expect, it, vi } from 'vitest';
import { service as gateway } from './service.ts';
import { auth, collaboration } from './testing/stand-ins.ts';

it('bears two failed probes of a healthy service, not a third, and takes it back with the first that succeeds [F011]', async () => {
  let probes = 0;
  let well = true;
  const diagram = defineService({
    name: 'diagram',
    port: 0,
    register: async () => undefined,
    health: () => ({
      itself: async () => {
        probes += 1;
        if (!well) throw new Error('not now');
      },
    }),
  });
  const opened = await openTestPlatform({ HEALTH_INTERVAL_MS: '30', AI_URL: `http://127.0.0.1:${await freePort()}` });
  const host = await hostServices(opened.platform, [auth, diagram, collaboration, gateway]);
  try {
    const seen = async () => SystemHealth.parse((await host.app('gateway').inject('/health')).json()).services.diagram;
    expect((await seen())?.status).toBe('healthy');
    well = false;
    const before = probes;
    const seenFailing: [number, string][] = [];
    await vi.waitUntil(
      async () => {
        const state = await seen();
        if (state) seenFailing.push([state.failures, state.status]);
        return state?.status === 'unhealthy';
      },
      { timeout: 10_000, interval: 1 },
    );
    for (const [failures, status] of seenFailing) expect([failures, status]).toEqual([failures, failures < 3 ? 'healthy' : 'unhealthy']);
    expect(probes - before).toBeGreaterThanOrEqual(3);
    const whole = await host.app('gateway').inject('/health');
    expect([whole.statusCode, whole.json().status, whole.json().services.ai.status]).toEqual([503, 'unhealthy', 'unhealthy']);
    well = true;
    expect(await seen()).toMatchObject({ status: 'healthy', failures: 0 });
  } finally {
    await host.close();
    await opened.close();
  }
});

it('is alive while it runs, and ready until a dependency fails or it is to stop [F011]', async () => {
  const opened = await openTestPlatform();
  let well = true;
  const check = async () => {
    if (!well) throw new Error('not now');
  };
  const diagram = defineService({ name: 'diagram', port: 0, register: async () => undefined, health: () => ({ check }) });
  const host = await hostServices(opened.platform, [diagram, gateway]);
  try {
    const status = async (name: string, path: string) => (await host.app(name).inject(path)).statusCode;
    for (const name of ['diagram', 'gateway']) {
      expect(await status(name, '/health/live')).toBe(200);
      expect(await status(name, '/health/ready')).toBe(200);
    }
    well = false;
    expect([await status('diagram', '/health/live'), await status('diagram', '/health/ready')]).toEqual([200, 503]);
    expect(await status('gateway', '/health/ready')).toBe(200);
    well = true;
    host.leave();
    expect([await status('gateway', '/health/live'), await status('gateway', '/health/ready')]).toEqual([200, 503]);
  } finally {
    await host.close();
    await opened.close();
  }
});
