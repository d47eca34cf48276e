import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { getSystem, SystemState } from '@autograph/contracts';
import { defineService, hostServices, openSession, type Platform } from '@autograph/service-kit';
import { openTestPlatform, testIdentity } from '@autograph/service-kit/testing/index.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { service as gateway } from './service.ts';
import { audited, auth, collaboration } from './testing/stand-ins.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closers.splice(0).reverse()) await close();
});

/** A webhook as Slack has them. */
async function chat(): Promise<{ readonly url: string; readonly messages: string[] }> {
  const messages: string[] = [];
  const server = createServer(async (request, response) => {
    messages.push(z.object({ text: z.string() }).parse(await json(request)).text);
    response.end('ok');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(async () => server.close());
  const { port } = z.custom<AddressInfo>().parse(server.address());
  return { url: `http://127.0.0.1:${port}/services/T0/B0`, messages };
}

async function admin(platform: Platform) {
  const boss = testIdentity({ role: 'admin', email: 'boss@example.com' });
  await openSession(platform.kv, boss.session_id, boss.user_id);
  return `Bearer ${await platform.tokens.signAccessToken(boss)}`;
}

const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000);

it('tells once of an outage of five minutes by mail and chat, again when nobody takes care, and when it is over [F047]', async () => {
  const { url, messages } = await chat();
  const opened = await openTestPlatform({
    HEALTH_INTERVAL_MS: '20',
    ALERT_WEBHOOK_URL: url,
    ALERT_ESCALATE_TO: 'chief@example.com',
    SESSION_IDLE_MINUTES: '0',
  });
  closers.push(opened.close);
  const { platform } = opened;
  let well = true;
  let probes = 0;
  const check = async () => {
    probes += 1;
    if (!well) throw new Error('not now');
  };
  const diagram = defineService({ name: 'diagram', port: 0, register: async () => undefined, health: () => ({ check }) });
  const quiet = ['ai', 'git', 'export', 'integration-hub'].map((name) => defineService({ name, port: 0, register: async () => undefined }));
  // Two gateways see the same outage.
  const host = await hostServices(platform, [auth, collaboration, diagram, ...quiet, gateway]);
  closers.push(host.close);
  const second = await hostServices(platform, [auth, collaboration, diagram, ...quiet, gateway]);
  closers.push(second.close);
  const authorization = await admin(platform);
  const seen = async () =>
    SystemState.parse((await host.app('gateway').inject({ url: getSystem.path, headers: { authorization } })).json());
  const statusOf = async () => (await seen()).services.find(({ name }) => name === 'diagram')?.status;
  const mails = async () => ((await platform.mail.kept?.(100)) ?? []).map(({ to, subject }) => `${to}: ${subject}`).reverse();
  /** Lets both gateways look twice more. */
  const looks = async () => {
    const before = probes;
    await vi.waitUntil(() => probes >= before + 8, { timeout: 20_000 });
  };

  vi.useFakeTimers({ toFake: ['Date'] });
  well = false;
  await vi.waitUntil(async () => (await statusOf()) === 'unhealthy', { timeout: 20_000 });
  await looks();
  minutes(4);
  await looks();
  expect([messages, await mails()]).toEqual([[], []]);
  minutes(1.1);
  await vi.waitUntil(() => messages.length > 0, { timeout: 20_000 });
  await looks();
  expect(messages).toEqual([expect.stringMatching(/^\[AutoGraph\] The service diagram is down\n/)]);
  expect(await mails()).toEqual(['boss@example.com: [AutoGraph] The service diagram is down']);

  minutes(16);
  await vi.waitUntil(() => messages.length > 1, { timeout: 20_000 });
  await looks();
  const escalation = '[AutoGraph] Nobody has answered yet: The service diagram is down';
  expect((await mails()).slice(1).sort()).toEqual([`boss@example.com: ${escalation}`, `chief@example.com: ${escalation}`]);
  expect((await seen()).alerts).toMatchObject([{ subject: 'diagram', escalated: true, acknowledged: false }]);

  well = true;
  await vi.waitUntil(() => messages.length > 2, { timeout: 20_000 });
  await looks();
  expect(messages.slice(2)).toEqual([expect.stringContaining('diagram is well again')]);
  expect([(await mails()).at(-1), (await seen()).alerts]).toEqual(['boss@example.com: [AutoGraph] diagram is well again', []]);

  // The next outage is taken care of: it does not escalate.
  well = false;
  await vi.waitUntil(async () => (await statusOf()) === 'unhealthy', { timeout: 20_000 });
  await looks();
  minutes(6);
  await vi.waitUntil(async () => (await seen()).alerts.length === 1 && messages.length === 4, { timeout: 20_000 });
  const [alert] = (await seen()).alerts;
  const post = (path: string, headers: Record<string, string>) => host.app('gateway').inject({ method: 'POST', url: path, headers });
  const path = `/api/admin/alerts/${alert?.id}/acknowledge`;
  expect([(await post(path, {})).statusCode, (await post(path, { authorization })).statusCode]).toEqual([401, 200]);
  expect(audited).toMatchObject([
    {
      action: 'admin.alert_acknowledged',
      resource: { type: 'alert', id: alert?.id },
      details: { subject: 'diagram' },
      address: '127.0.0.1',
    },
  ]);
  minutes(20);
  await looks();
  expect([messages.length, (await seen()).alerts[0]?.acknowledged]).toEqual([4, true]);
});

it('measures the storage and tells when it is 80 % full [F045]', async () => {
  const { url, messages } = await chat();
  const opened = await openTestPlatform({ STORAGE_CAPACITY_BYTES: '1000000', STORAGE_INTERVAL_MS: '20', ALERT_WEBHOOK_URL: url });
  closers.push(opened.close);
  const { storage } = opened.platform;
  const host = await hostServices(opened.platform, [auth, collaboration, gateway]);
  closers.push(host.close);
  const used = async () => {
    const { body } = await host.app('gateway').inject('/metrics');
    return Number(/^storage_used_bytes\{[^}]*bucket="uploads"[^}]*\} (\d+)$/m.exec(body)?.[1] ?? -1);
  };
  await vi.waitUntil(async () => (await used()) === 0, { timeout: 10_000 });
  await storage.put('uploads', 'one', new Uint8Array(700_000));
  await vi.waitUntil(async () => (await used()) === 700_000, { timeout: 10_000 });
  expect(messages).toEqual([]);
  await storage.put('uploads', 'two', new Uint8Array(150_000));
  await vi.waitUntil(() => messages.length === 1, { timeout: 10_000 });
  expect(messages[0]).toContain('The storage is 85 % full');
  await storage.delete('uploads', 'one');
  await vi.waitUntil(() => messages.length === 2, { timeout: 10_000 });
  expect([await used(), messages[1]]).toEqual([150_000, expect.stringContaining('storage is well again')]);
});
