import { createShapeId, openFile, snapshot } from '@autograph/document';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { layLine } from './testing/flaky-line.ts';
import { speak } from './testing/speak.ts';
import { isSaved, type Seat, startRooms, type TestRooms, until } from './testing/start-rooms.ts';

let rooms: TestRooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.close());

function draw({ desk }: Seat, text: string): void {
  const shape = { id: createShapeId(), type: 'rectangle', x: 1, y: 2, w: 30, h: 40, rotation: 0, parent_id: null, index: 'a0', text };
  desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
}

const texts = (seat: Seat) => snapshot(seat.room.doc).shapes.map((shape) => shape.text);

it('goes on without a network, dials again by itself, and brings home what was drawn meanwhile [F405] [F406] [F424]', async () => {
  const ada = await rooms.person();
  const bob = await rooms.person({ name: 'Bob' });
  const fileId = await rooms.file(ada);
  await rooms.share(fileId, bob, 'edit');
  const line = await layLine(Number(new URL(rooms.url).port));
  const a = await rooms.enter(fileId, ada, `ws://127.0.0.1:${line.port}/collab`);
  const b = await rooms.enter(fileId, bob);
  draw(a, 'online');
  await until(a.room, isSaved(a.room));

  line.cut();
  await until(a.room, () => a.room.status === 'offline');
  await until(b.room, () => b.room.presence.length === 0);
  for (const text of ['one', 'two', 'three']) draw(a, text);
  expect(a.room.saved).toBe('saving');
  draw(b, 'meanwhile');
  await until(b.room, isSaved(b.room));

  line.mend();
  const talking = a.room.subscribe((what) => {
    if (what === 'status') draw(a, 'just back');
  });
  await until(a.room, isSaved(a.room));
  await until(b.room, () => texts(b).includes('just back') && texts(b).includes('three'));
  talking();
  await until(a.room, () => texts(a).includes('meanwhile'));
  expect(snapshot(a.room.doc)).toEqual(snapshot(b.room.doc));
  await line.close();
});

it('asks for what is missing when an edit arrives before those it builds on, and acknowledges both with the whole', async () => {
  const ada = await rooms.person();
  const fileId = await rooms.file(ada);
  const line = await speak(rooms.url, fileId, await rooms.services.token(ada));
  const doc = new Y.Doc();
  const { note } = openFile(doc);
  note.insert(0, 'made offline, ');
  const before = Y.encodeStateVector(doc);
  note.insert(14, 'made just now');
  line.sync(messageYjsUpdate, Y.encodeStateAsUpdate(doc, before));
  await line.until(() => line.count([8, 0]) === 1 && line.count([0, 0]) === 1);
  expect(line.count([8, 1])).toBe(0);
  line.sync(messageYjsSyncStep2, Y.encodeStateAsUpdate(doc));
  await line.until(() => line.count([8, 1]) === 2);
  line.socket.close();
  const seat = await rooms.enter(fileId, ada);
  expect(seat.room.note.toString()).toBe('made offline, made just now');
});

it('survives bytes that mean nothing', async () => {
  const ada = await rooms.person();
  const fileId = await rooms.file(ada);
  const seat = await rooms.enter(fileId, ada);
  const line = await speak(rooms.url, fileId, await rooms.services.token(ada));
  const closed = new Promise((resolve) => line.socket.once('close', resolve));
  line.sync(messageYjsUpdate, new Uint8Array([9, 9, 9, 9, 9]));
  await line.until(() => line.replies.some(([type]) => type === 7));
  line.socket.send(new Uint8Array([255, 255, 255, 255, 255, 255]));
  await closed;
  draw(seat, 'still here');
  await until(seat.room, isSaved(seat.room));
});

it('serves twenty people who draw at the same time [F421]', async () => {
  const owner = await rooms.person();
  const fileId = await rooms.file(owner);
  const people = await Promise.all(Array.from({ length: 20 }, (_, n) => rooms.person({ name: `P${n}` })));
  for (const person of people) await rooms.share(fileId, person, 'edit');
  const seats = await Promise.all(people.map((person) => rooms.enter(fileId, person)));
  seats.forEach((seat, n) => {
    for (let m = 0; m < 10; m += 1) draw(seat, `${n}.${m}`);
  });
  await Promise.all(
    seats.map((seat) => until(seat.room, () => isSaved(seat.room)() && texts(seat).length === 200 && seat.room.presence.length === 19)),
  );
  const [first, ...others] = seats.map((seat) => snapshot(seat.room.doc));
  for (const other of others) expect(other).toEqual(first);
});

it('comes back by itself when the database was away while it asked to be let in', async () => {
  const ada = await rooms.person();
  const fileId = await rooms.file(ada);
  const { pool } = rooms.services.platform;
  const away = vi.spyOn(pool, 'query').mockImplementation(() => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  });
  const entering = rooms.enter(fileId, ada);
  await vi.waitUntil(() => away.mock.calls.length > 0);
  await vi.waitUntil(() => away.mock.calls.length > 1, { timeout: 20_000 });
  away.mockRestore();
  const { room, desk } = await entering;
  expect([room.status, room.problem]).toEqual(['live', null]);
  draw({ room, desk }, 'after all');
  await until(room, isSaved(room));
});
