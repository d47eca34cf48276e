import { instanceSettings } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { expect, it, vi } from 'vitest';
import { readConfig } from './config.ts';
import { createLogs } from './logs.ts';
import { openPlatform } from './platform.ts';
import { createRemote } from './remote/remote.ts';
import { collectLog, openTestPlatform } from './testing/index.ts';
import { kvModes } from './testing/kv-modes.ts';

it('logs what the level of a service lets through, and one module can differ from the rest [F038]', () => {
  const log = collectLog();
  const logs = createLogs('info', { write: log.take });
  const [service, module] = [logs.of('diagram'), logs.of('diagram', 'sql')];
  const speak = () => {
    for (const each of [service, module]) {
      each.debug('debug');
      each.info('info');
    }
  };
  speak();
  expect(log.lines.map(({ message }) => message)).toEqual(['info', 'info']);
  logs.apply({ diagram: 'debug', 'diagram/sql': 'error' });
  speak();
  expect(log.lines.slice(2).map(({ module: of, message }) => [of, message])).toEqual([
    [undefined, 'debug'],
    [undefined, 'info'],
  ]);
  expect(logs.of('diagram', 'late').level).toBe('debug');
  logs.apply({});
  expect(logs.levels()).toEqual({ diagram: 'info', 'diagram/sql': 'info', 'diagram/late': 'info' });
});

it('lets calls to other services log as their service does now', async () => {
  const log = collectLog();
  const logs = createLogs('info', { write: log.take });
  const config = readConfig({ RETRY_WAITS_MS: '1' });
  const remote = createRemote({
    name: 'ai',
    addresses: ['http://127.0.0.1:1'],
    config,
    timeoutMs: 1000,
    tls: null,
    log: logs.of('gateway'),
  });
  const ask = () => remote.send({ method: 'GET', url: '/', headers: {} }).catch(() => undefined);
  try {
    logs.apply({ gateway: 'error' });
    await ask();
    expect(log.lines).toEqual([]);
    logs.apply({});
    await ask();
    expect(log.lines).toMatchObject([{ message: 'retrying', remote: 'ai' }]);
  } finally {
    await remote.close();
  }
});

const redis = kvModes.find(({ name, runs }) => name === 'on Redis' && runs);

it.runIf(redis)('follows in every process what one has changed [F038]', async () => {
  const one = await openTestPlatform({ ...redis?.environment });
  const other = await openPlatform(one.platform.config);
  try {
    await one.platform.settings.logLevels.change((before) => ({ ...before, auth: 'debug' }), null);
    await vi.waitUntil(() => other.platform.logs.of('auth').level === 'debug', { timeout: 10_000 });
    await Promise.all([
      one.platform.settings.logLevels.change((before) => ({ ...before, ai: 'warn' }), null),
      other.platform.settings.logLevels.change((before) => ({ ...before, git: 'warn' }), null),
    ]);
    await vi.waitUntil(() => ['ai', 'git'].every((name) => one.platform.logs.of(name).level === 'warn'), { timeout: 10_000 });
    expect(one.platform.settings.logLevels.value).toEqual({ auth: 'debug', ai: 'warn', git: 'warn' });

    // A level that only a newer release knows takes nothing away from the others, and stays.
    const stored = () => one.platform.db.select().from(instanceSettings).where(eq(instanceSettings.key, 'log_levels'));
    await one.platform.db
      .update(instanceSettings)
      .set({ value: { auth: 'debug', diagram: 'loud' } })
      .where(eq(instanceSettings.key, 'log_levels'));
    await other.platform.settings.logLevels.change((before) => ({ ...before, export: 'warn' }), null);
    expect(other.platform.settings.logLevels.value).toEqual({ auth: 'debug', export: 'warn' });
    expect((await stored())[0]?.value).toEqual({ auth: 'debug', diagram: 'loud', export: 'warn' });
  } finally {
    await other.close();
    await one.close();
  }
});
