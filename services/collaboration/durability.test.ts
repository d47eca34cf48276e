import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { documentUpdates, files } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { createShapeId, type Shape, snapshot } from '@autograph/document';
import type { Identity } from '@autograph/service-kit';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createDrafter } from './canvas.ts';
import { recoverProjections } from './recover.ts';
import { compactDocument, loadDocument } from './stored-document.ts';
import { isSaved, type Seat, startRooms, type TestRooms, until } from './testing/start-rooms.ts';

const secret = 'a secret of at least thirty-two characters';
const script = fileURLToPath(new URL('./testing/serve.ts', import.meta.url));

let rooms: TestRooms;
let child: ChildProcess | undefined;
const started: ChildProcess[] = [];
beforeAll(async () => {
  rooms = await startRooms({ AUTH_SECRET: secret });
});
afterAll(async () => {
  for (const each of started) each.kill('SIGKILL');
  await rooms.close();
});

async function serve(port: number, people: readonly Identity[]): Promise<number> {
  const { DATABASE_URL, DATA_DIR } = rooms.services.platform.config;
  const env = {
    ...process.env,
    DATABASE_URL: DATABASE_URL ?? '',
    DATA_DIR,
    AUTH_SECRET: secret,
    PORT: String(port),
    LOG_LEVEL: 'silent',
    TEST_SESSIONS: JSON.stringify(people),
  };
  child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  started.push(child);
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface(child.stdout)) return Number(new URL(line).port);
  throw new Error('the service did not start');
}

async function killNine(): Promise<void> {
  if (child === undefined) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const draw = ({ desk }: Seat, text: string): Shape => {
  const shape = { id: createShapeId(), type: 'rectangle', x: 1, y: 2, w: 30, h: 40, rotation: 0, parent_id: null, index: 'a0', text };
  desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
  return shape;
};

const texts = (doc: Y.Doc) => new Set(snapshot(doc).shapes.map((shape) => shape.text));

it('loses no acknowledged edit when the server is killed in the middle of work, and everybody converges after its restart [F406] [F424]', async () => {
  const ada = await rooms.person();
  const bob = await rooms.person({ name: 'Bob' });
  const fileId = await rooms.file(ada);
  await rooms.share(fileId, bob, 'edit');
  const port = await serve(0, [ada, bob]);
  const url = `ws://127.0.0.1:${port}/collab`;
  const a = await rooms.enter(fileId, ada, url);
  const b = await rooms.enter(fileId, bob, url);
  const acknowledged = new Set<string>();

  async function work(seat: Seat, name: string): Promise<void> {
    for (let n = 0; n < 60; n += 1) {
      draw(seat, `${name}${n}`);
      seat.room.note.insert(0, `${name}${n} `);
      await until(seat.room, () => isSaved(seat.room)() || seat.room.status === 'offline');
      if (seat.room.status === 'offline') return;
      acknowledged.add(`${name}${n}`);
    }
  }
  const working = [work(a, 'a'), work(b, 'b')];
  await until(a.room, () => acknowledged.size >= 20);
  await killNine();
  await Promise.all(working);
  expect(acknowledged.size).toBeGreaterThanOrEqual(20);

  const { state } = await loadDocument(rooms.services.platform.db, fileId);
  const stored = new Y.Doc();
  Y.applyUpdate(stored, state);
  const kept = texts(stored);
  for (const text of acknowledged) {
    expect(kept).toContain(text);
    expect(snapshot(stored).note).toContain(`${text} `);
  }

  draw(a, 'drawn offline');
  expect(a.room.saved).toBe('saving');
  await serve(port, [ada, bob]);
  await Promise.all([until(a.room, isSaved(a.room)), until(b.room, isSaved(b.room))]);
  await until(b.room, () => texts(b.room.doc).has('drawn offline') && b.room.doc.share.size > 0);
  await vi.waitFor(() => expect(snapshot(a.room.doc)).toEqual(snapshot(b.room.doc)));
  for (const text of acknowledged) expect(texts(a.room.doc)).toContain(text);
});

it('neither acknowledges nor shows an edit while the database has not committed it, and sends it again when that fails', async () => {
  const ada = await rooms.person();
  const bob = await rooms.person({ name: 'Bob' });
  const fileId = await rooms.file(ada);
  await rooms.share(fileId, bob, 'edit');
  const a = await rooms.enter(fileId, ada);
  const b = await rooms.enter(fileId, bob);
  await until(a.room, isSaved(a.room));
  const { pool, db } = rooms.services.platform;
  const blocker = await pool.connect();
  await blocker.query('begin');
  await blocker.query('select 1 from files where id = $1 for update', [fileId]);
  draw(a, 'held back');

  const blocked = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  let waiting: { pid: number }[] = [];
  while (waiting.length === 0) waiting = (await pool.query<{ pid: number }>(blocked)).rows;
  b.room.setCursor({ x: 1, y: 1 });
  await until(a.room, () => a.room.presence[0]?.cursor?.x === 1);
  expect(a.room.saved).toBe('saving');
  expect(texts(b.room.doc).size).toBe(0);

  await pool.query('select pg_terminate_backend($1)', [waiting[0]?.pid]);
  await blocker.query('rollback');
  blocker.release();
  await until(a.room, isSaved(a.room));
  await until(b.room, () => texts(b.room.doc).has('held back'));
  expect(await db.$count(documentUpdates, eq(documentUpdates.fileId, fileId))).toBe(1);
});

it('shows readers after a restart what was edited just before a sudden end', async () => {
  const ada = await rooms.person();
  const fileId = await rooms.file(ada);
  const { db } = rooms.services.platform;
  const drafter = createDrafter();
  await recoverProjections(db, drafter);
  const doc = new Y.Doc();
  doc.getText('note').insert(0, 'in the log only');
  await db.insert(documentUpdates).values({ fileId, update: Y.encodeStateAsUpdate(doc) });
  expect(await recoverProjections(db, drafter)).toBe(1);
  const [file] = await db.select({ note: files.noteContent }).from(files).where(eq(files.id, fileId));
  expect(file?.note).toBe('in the log only');
  expect(await recoverProjections(db, drafter)).toBe(0);
});

it('keeps everything when the log is folded into a snapshot while people draw', async () => {
  const ada = await rooms.person();
  const fileId = await rooms.file(ada);
  const seat = await rooms.enter(fileId, ada);
  const { db } = rooms.services.platform;
  for (let n = 0; n < 230; n += 1) draw(seat, `n${n}`);
  await until(seat.room, isSaved(seat.room));
  const folding = compactDocument(db, fileId);
  for (let n = 230; n < 260; n += 1) draw(seat, `n${n}`);
  await until(seat.room, isSaved(seat.room));
  await folding;
  expect(await db.$count(documentUpdates, eq(documentUpdates.fileId, fileId))).toBeLessThanOrEqual(30);
  const loaded = await loadDocument(db, fileId);
  const stored = new Y.Doc();
  Y.applyUpdate(stored, loaded.state);
  expect(snapshot(stored)).toEqual(snapshot(seat.room.doc));
  expect(loaded.version).toBe(261);
});
