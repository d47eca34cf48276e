import { once } from 'node:events';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { speak } from './testing/speak.ts';
import { startRooms, type TestRooms } from './testing/start-rooms.ts';

let rooms: TestRooms;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  rooms = await startRooms();
});
afterAll(async () => {
  vi.useRealTimers();
  await rooms.close();
});

it('closes sockets that no room lets in for 15 seconds, and keeps those that one did', async () => {
  const ada = await rooms.person();
  const file = await rooms.file(ada);
  const admitted = await speak(rooms.url, file, await rooms.services.token(ada));
  await admitted.until(() => admitted.count([2, 2]) === 1);
  const refused = await speak(rooms.url, file, 'no token of ours');
  const mute = new WebSocket(rooms.url);
  await Promise.all([refused.until(() => refused.count([2, 1]) === 1), once(mute, 'open')]);
  const closed = [refused.socket, mute].map((socket) => once(socket, 'close'));

  vi.advanceTimersByTime(14_000);
  expect([refused.socket.readyState, mute.readyState]).toEqual([WebSocket.OPEN, WebSocket.OPEN]);
  vi.advanceTimersByTime(1_000);
  expect((await Promise.all(closed)).map(([code]) => code)).toEqual([4401, 4401]);
  expect(admitted.socket.readyState).toBe(WebSocket.OPEN);
  admitted.socket.close();
});
