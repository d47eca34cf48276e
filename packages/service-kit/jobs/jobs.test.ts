import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openTestPlatform } from '../testing/index.ts';
import { defineJob } from './jobs.ts';
import { reportFailedJobs } from './lazy-jobs.ts';

const greet = defineJob({ name: 'greet', data: z.object({ name: z.string() }) });
const flaky = defineJob({ name: 'flaky', data: z.object({}), retries: 2 });

describe('jobs', () => {
  let opened: Awaited<ReturnType<typeof openTestPlatform>>;
  beforeAll(async () => {
    opened = await openTestPlatform();
  });
  afterAll(() => opened.close());

  it('brings jobs to the worker, also those sent before it came', async () => {
    const { jobs } = opened.platform;
    await jobs.send(greet, { name: 'Ada' });
    const greeted: string[] = [];
    await jobs.work(greet, async ({ name }) => void greeted.push(name));
    await jobs.send(greet, { name: 'Bob' });
    await vi.waitUntil(() => greeted.length === 2, { timeout: 20_000 });
    expect(greeted.sort()).toEqual(['Ada', 'Bob']);
  });

  it('tries a failed job again', async () => {
    const { jobs } = opened.platform;
    let runs = 0;
    await jobs.work(flaky, async () => {
      runs += 1;
      if (runs === 1) throw new Error('not yet');
    });
    await jobs.send(flaky, {});
    await vi.waitUntil(() => runs === 2, { timeout: 30_000 });
    expect(runs).toBe(2);
  });

  it('closes while workers still start, and fails none of them', async () => {
    const { platform, close } = await openTestPlatform();
    const starting = [platform.jobs.work(greet, async () => undefined), platform.jobs.schedule(greet, '0 3 * * *', { name: 'Ada' })];
    const later = starting[0]?.then(() => platform.jobs.work(flaky, async () => undefined));
    await close();
    expect(await Promise.all([...starting, later])).toEqual([undefined, undefined, undefined]);
  });

  it('takes nothing more once it is closed, which is no failure of those who set their jobs up', async () => {
    const { platform, close } = await openTestPlatform();
    await platform.jobs.work(greet, async () => undefined);
    await close();
    const failed: unknown[] = [];
    const report = reportFailedJobs({ error: (...told: unknown[]) => void failed.push(told) });
    await platform.jobs.send(greet, { name: 'Ada' }).catch(report);
    expect(failed).toEqual([]);
    report(new Error('no database'));
    expect(failed).toHaveLength(1);
  });

  it('refuses data that does not fit', async () => {
    const wrong: unknown = { name: 1 };
    const data = z.custom<{ name: string }>().parse(wrong);
    await expect(opened.platform.jobs.send(greet, data)).rejects.toThrow('name');
  });
});
