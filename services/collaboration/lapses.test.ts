import { randomUUID } from 'node:crypto';
import { credentialPrefixes } from '@autograph/contracts';
import { endOf, hashOfSecret, openSession } from '@autograph/service-kit';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { speak } from './testing/speak.ts';
import { startRooms, type TestRooms, until } from './testing/start-rooms.ts';

type Line = Awaited<ReturnType<typeof speak>>;
/** Whether the server has closed the room on this line: message 7 of the protocol. */
const isPutOut = ({ replies }: Line) => replies.some(([type]) => type === 7);

let rooms: TestRooms;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: Date.now() });
  rooms = await startRooms();
});
afterAll(async () => {
  vi.useRealTimers();
  await rooms.close();
});

it('puts out whose key or token lapses and whose session is left alone, and lets all others stay [F095] [F110] [F113]', async () => {
  const { kv } = rooms.services.platform;
  const ada = await rooms.person();
  const fileId = await rooms.file(ada);
  const bob = await rooms.person();
  await rooms.share(fileId, bob, 'view');

  async function enterBy(kind: 'api_key' | 'app', expiresAt: Date) {
    const token = `${credentialPrefixes[kind]}${randomUUID()}`;
    const identity = { ...ada, session_id: randomUUID(), via: kind, scopes: ['write'] };
    await kv.set(`credential:${hashOfSecret(token)}`, JSON.stringify({ identity, expires_at: expiresAt.toISOString() }), {
      ttlSeconds: 600,
    });
    const line = await speak(rooms.url, fileId, token);
    await line.until(() => line.count([2, 2]) === 1);
    return line;
  }

  // Just before the minute is over, so that no heartbeat of the sockets falls due with it.
  vi.advanceTimersByTime(55_000);
  const soon = new Date(Date.now() + 4_000);
  const [lapsedKey, lapsedToken, goodKey] = [
    await enterBy('api_key', soon),
    await enterBy('app', soon),
    await enterBy('api_key', new Date(Date.now() + 3_600_000)),
  ];
  const { room: working } = await rooms.enter(fileId, ada);
  const { room: idle } = await rooms.enter(fileId, bob);
  await openSession(kv, bob.session_id, bob.user_id, { idles: true });
  await kv.set(`seen:${bob.session_id}`, String(Date.now() - 31 * 60_000));

  vi.advanceTimersByTime(5_000);
  await until(idle, () => idle.problem !== null);
  expect(idle.problem).toMatchObject({ kind: 'denied', code: 'unauthenticated' });
  expect((await endOf(kv, bob.session_id))?.code).toBe('session_idle');
  for (const line of [lapsedKey, lapsedToken]) await line.until(() => isPutOut(line));
  expect([isPutOut(goodKey), working.status, working.problem]).toEqual([false, 'live', null]);
  for (const { socket } of [lapsedKey, lapsedToken, goodKey]) socket.close();
});
