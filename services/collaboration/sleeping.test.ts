import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { layLine } from './testing/flaky-line.ts';
import { speak } from './testing/speak.ts';
import { isSaved, startRooms, type TestRooms, until } from './testing/start-rooms.ts';

let rooms: TestRooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => rooms.close());

async function open(at?: string) {
  const ada = await rooms.person();
  const { room } = await rooms.enter(await rooms.file(ada), ada, at);
  await until(room, isSaved(room));
  const seen: string[] = [];
  room.subscribe((what) => what === 'status' && seen.push(room.status));
  return { room, seen };
}

it('takes up the line again after a sleep without calling it offline', async () => {
  const { room, seen } = await open();
  room.wake();
  expect(room.status).toBe('live');
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  vi.setSystemTime(Date.now() + 3_600_000);
  room.wake();
  await until(room, isSaved(room));
  expect(seen).toEqual(['reconnecting', 'live']);
});

it('is offline once dialling has failed, and dials again at once when woken', async () => {
  const line = await layLine(Number(new URL(rooms.url).port));
  const { room, seen } = await open(`ws://127.0.0.1:${line.port}/collab`);
  // Waiting times end only where the test lets them.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  line.cut();
  await until(room, () => room.status === 'reconnecting');
  vi.advanceTimersByTime(1_000);
  await until(room, () => room.status === 'offline');
  line.mend();
  room.wake();
  await until(room, isSaved(room));
  expect(seen).toEqual(['reconnecting', 'offline', 'live']);
  room.close();
  await line.close();
});

it('says something every 10 seconds, and keeps a hidden tab that only answers', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const ada = await rooms.person();
  const tab = await speak(rooms.url, await rooms.file(ada), await rooms.services.token(ada));
  await tab.until(() => tab.count([2, 2]) === 1);
  for (let n = 1; n <= 15; n += 1) {
    vi.advanceTimersByTime(10_000);
    await tab.until(() => tab.count([9, -1]) === n);
    const heard = once(tab.socket, 'pong');
    tab.socket.send(Uint8Array.of(10));
    tab.socket.ping();
    await heard;
  }
  expect(tab.socket.readyState).toBe(tab.socket.OPEN);
  tab.socket.close();
});
