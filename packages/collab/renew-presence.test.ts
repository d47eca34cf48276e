import { EventEmitter } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { renewPresence } from './renew-presence.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('renews presence on a sign of the server once it has aged, though no timer of the tab runs', () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({ user: 'Ada' });
  const socket = new EventEmitter();
  const stop = renewPresence(socket, awareness);
  const clock = () => awareness.meta.get(awareness.clientID)?.clock;
  const born = clock();
  vi.setSystemTime(Date.now() + 10_000);
  socket.emit('message');
  expect(clock()).toBe(born);
  vi.setSystemTime(Date.now() + 6_000);
  socket.emit('message');
  expect(clock()).toBe((born ?? 0) + 1);
  expect(awareness.getLocalState()).toEqual({ user: 'Ada' });
  stop();
  vi.setSystemTime(Date.now() + 60_000);
  socket.emit('message');
  expect(clock()).toBe((born ?? 0) + 1);
});
