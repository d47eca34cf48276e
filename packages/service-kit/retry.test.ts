import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { createRetry } from './retry.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const outage = () => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

function arrange() {
  const lines = new PassThrough();
  const retry = createRetry(readConfig({}).RETRY_WAITS_MS, createLog('diagram', 'info', lines));
  const logged = () =>
    String(lines.read() ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { retry, logged };
}

it('tries again after 1, 2 and 4 seconds, says so in the log, and gives the first answer [F035]', async () => {
  const { retry, logged } = arrange();
  const times: number[] = [];
  const started = Date.now();
  const answer = retry(async () => {
    times.push(Date.now() - started);
    if (times.length < 4) throw outage();
    return 'through';
  });
  await vi.runAllTimersAsync();
  expect(await answer).toBe('through');
  expect(times).toEqual([0, 1000, 3000, 7000]);
  expect(logged().map(({ message, wait_ms, level }) => [message, wait_ms, level])).toEqual([
    ['retrying', 1000, 'warn'],
    ['retrying', 2000, 'warn'],
    ['retrying', 4000, 'warn'],
  ]);
});

it('gives up after the third further attempt, and at once on what is no outage or for a caller who has left [F035]', async () => {
  const { retry } = arrange();
  const down = vi.fn(async () => Promise.reject(outage()));
  const failed = expect(retry(down)).rejects.toThrow('ECONNREFUSED');
  await vi.runAllTimersAsync();
  await failed;
  expect(down).toHaveBeenCalledTimes(4);

  const wrong = vi.fn(async () => Promise.reject(new Error('no such column')));
  await expect(retry(wrong)).rejects.toThrow('no such column');
  expect(wrong).toHaveBeenCalledTimes(1);

  const left = vi.fn(async () => Promise.reject(outage()));
  await expect(retry(left, () => true)).rejects.toThrow('ECONNREFUSED');
  expect(left).toHaveBeenCalledTimes(1);
});
