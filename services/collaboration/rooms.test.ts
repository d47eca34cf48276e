import { openRoom } from '@autograph/collab';
import { accessChannel } from '@autograph/contracts';
import { documentUpdates, files, shares } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { type Block, createShapeId, limits, type Shape } from '@autograph/document';
import { closeSession } from '@autograph/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createDesk, isSaved, startRooms, type TestRooms, until } from './testing/start-rooms.ts';

let rooms: TestRooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.close());

const rectangle = (overrides: Partial<Shape> = {}): Shape => ({
  id: createShapeId(),
  type: 'rectangle',
  x: 0,
  y: 0,
  w: 100,
  h: 50,
  rotation: 0,
  parent_id: null,
  index: 'a0',
  ...overrides,
});

async function two() {
  const ada = await rooms.person();
  const bob = await rooms.person({ name: 'Bob' });
  const fileId = await rooms.file(ada);
  await rooms.share(fileId, bob, 'edit');
  const [a, b] = await Promise.all([rooms.enter(fileId, ada), rooms.enter(fileId, bob)]);
  return { ada, bob, fileId, a, b };
}

const versionOf = async (fileId: string) =>
  (await rooms.services.platform.db.select({ version: files.version }).from(files).where(eq(files.id, fileId)))[0]?.version;

describe('rooms over real sockets', () => {
  it('shows what one person draws to the other [F127] [F386] [F418]', async () => {
    const { a, b } = await two();
    const shape = rectangle();
    a.desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
    await until(b.room, () => b.desk.document.shapes.has(shape.id));
    expect(b.desk.document.shapes.get(shape.id)).toEqual(shape);

    b.desk.document.apply({ shapes: [[shape.id, { ...shape, x: 300 }]] }, 'local');
    await until(a.room, () => a.desk.document.shapes.get(shape.id)?.x === 300);
    b.desk.document.apply({ shapes: [[shape.id, null]] }, 'local');
    await until(a.room, () => !a.desk.document.shapes.has(shape.id));
  });

  it('joins simultaneous changes to different properties of one shape [F409]', async () => {
    const { a, b } = await two();
    const shape = rectangle();
    a.desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
    await until(b.room, () => b.desk.document.shapes.has(shape.id));
    a.desk.document.apply({ shapes: [[shape.id, { ...shape, x: 100, y: 100 }]] }, 'local');
    b.desk.document.apply({ shapes: [[shape.id, { ...shape, w: 400, h: 200 }]] }, 'local');
    const merged = { ...shape, x: 100, y: 100, w: 400, h: 200 };
    const arrived = (seat: typeof a) => () =>
      seat.desk.document.shapes.get(shape.id)?.x === 100 && seat.desk.document.shapes.get(shape.id)?.w === 400;
    await Promise.all([until(a.room, arrived(a)), until(b.room, arrived(b))]);
    expect(a.desk.document.shapes.get(shape.id)).toEqual(merged);
    expect(b.desk.document.shapes.get(shape.id)).toEqual(merged);
  });

  it('acknowledges an edit only when it is in the database, and counts it in the version', async () => {
    const { a, fileId } = await two();
    const shape = rectangle();
    a.desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
    expect(a.room.saved).toBe('saving');
    await until(a.room, isSaved(a.room));
    const rows = await rooms.services.platform.db.select().from(documentUpdates).where(eq(documentUpdates.fileId, fileId));
    const stored = new Y.Doc();
    for (const row of rows) Y.applyUpdate(stored, row.update);
    expect(stored.getMap('shapes').has(shape.id)).toBe(true);
    expect(await versionOf(fileId)).toBe(2);
  });

  it('opens a file again as it was left [F406]', async () => {
    const { a, b, ada, fileId } = await two();
    const shape = rectangle({ text: 'kept' });
    a.desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
    a.room.note.insert(0, '# Kept too');
    await until(a.room, isSaved(a.room));
    a.room.close();
    b.room.close();
    const again = await rooms.enter(fileId, ada);
    expect(again.desk.document.shapes.get(shape.id)?.text).toBe('kept');
    expect(again.room.note.toString()).toBe('# Kept too');
  });

  it('lets a viewer see and point but not change [F417]', async () => {
    const { a, fileId } = await two();
    const eve = await rooms.person({ name: 'Eve' });
    await rooms.share(fileId, eve, 'view');
    const viewer = await rooms.enter(fileId, eve);
    await until(viewer.room, () => !viewer.room.canEdit);
    expect(viewer.desk.readOnly).toBe(true);

    const shape = rectangle();
    a.desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
    await until(viewer.room, () => viewer.desk.document.shapes.has(shape.id));
    viewer.room.setCursor({ x: 7, y: 8 });
    await until(a.room, () => a.room.presence.some((other) => other.name === 'Eve' && other.cursor?.x === 7));

    viewer.desk.document.apply({ shapes: [[shape.id, { ...shape, x: 666 }]] }, 'local');
    a.desk.document.apply({ shapes: [[shape.id, { ...shape, y: 20 }]] }, 'local');
    await until(viewer.room, () => viewer.desk.document.shapes.get(shape.id)?.y === 20);
    expect(a.desk.document.shapes.get(shape.id)?.x).toBe(0);
    expect(viewer.room.saved).toBe('saving');
    expect(await versionOf(fileId)).toBe(3);
  });

  it.each([
    [
      'a coordinate that is no number',
      (doc: Y.Doc) => doc.getMap('shapes').set('sh_bad', new Y.Map(Object.entries({ ...rectangle({ id: 'sh_bad' }), x: Number.NaN }))),
    ],
    ['a text where a shape belongs', (doc: Y.Doc) => doc.getMap('shapes').set('sh_bad', 'hello')],
    ['a part that files do not have', (doc: Y.Doc) => doc.getMap('evil').set('x', 1)],
    ['a list inside the shapes', (doc: Y.Doc) => doc.getMap('shapes').set('sh_bad', new Y.Array())],
    ['formatted text in the note', (doc: Y.Doc) => doc.getText('note').insert(0, 'bold', { bold: true })],
  ])('refuses %s, says why, and leaves the room as it was', async (_, spoil) => {
    const { a, b, fileId } = await two();
    const shape = rectangle();
    b.desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
    await until(b.room, isSaved(b.room));
    const before = await versionOf(fileId);
    spoil(a.room.doc);
    await until(a.room, () => a.room.problem !== null);
    expect(a.room.problem).toMatchObject({ kind: 'refused', code: 'invalid_update' });
    expect(a.room.problem?.message).not.toBe('');

    b.desk.document.apply({ shapes: [[shape.id, { ...shape, x: 5 }]] }, 'local');
    await until(b.room, isSaved(b.room));
    expect(await versionOf(fileId)).toBe((before ?? 0) + 1);
    expect([...b.desk.document.shapes.keys()]).toEqual([shape.id]);
    expect(b.room.note.toString()).toBe('');
  });

  it('loses nothing that it refuses: what is over the limit stays with who made it, who mends it and sends all again', async () => {
    const { a, b, fileId } = await two();
    const block = (n: number): Block => ({ id: `bl_${n}`, language: 'mermaid', source: 'graph', x: n, y: 0, index: 'a0', layout: {} });
    const made = Array.from({ length: limits.blocks + 1 }, (_, n) => block(n));
    a.desk.document.apply({ blocks: made.map((each) => [each.id, each]) }, 'local');
    await until(a.room, () => a.room.problem !== null);
    expect(a.room.problem?.message).toContain('500 code blocks');
    expect(a.room).toMatchObject({ canEdit: true, saved: 'saving' });
    a.desk.document.apply({ blocks: [['bl_7', null]] }, 'local');
    a.room.reconnect();
    await until(a.room, isSaved(a.room));
    await until(b.room, () => b.desk.document.blocks.size === limits.blocks);
    expect(a.desk.document.blocks.size).toBe(limits.blocks);
    expect(await versionOf(fileId)).toBeGreaterThan(0);
  });

  it('admits nobody without a valid token, and nobody to what was not shared [F387]', async () => {
    const { fileId, ada } = await two();
    const stranger = await rooms.person();
    expect((await rooms.enter(fileId, stranger)).room.problem).toMatchObject({ kind: 'denied', code: 'forbidden' });
    expect((await rooms.enter(crypto.randomUUID(), ada)).room.problem?.code).toBe('not_found');
    const token = async () => `${await rooms.services.token(ada)}x`;
    const room = openRoom({ url: rooms.url, fileId, token, user: { id: null, name: 'X' }, editor: createDesk() });
    await until(room, () => room.problem !== null);
    expect(room.problem?.code).toBe('unauthenticated');
    room.close();
  });

  it('puts out whom the file is no longer shared with', async () => {
    const { b, bob, fileId } = await two();
    const { db, pubsub } = rooms.services.platform;
    await db.delete(shares).where(eq(shares.userId, bob.user_id));
    await pubsub.publish(accessChannel(fileId), '');
    await until(b.room, () => b.room.problem !== null);
    expect(b.room.problem).toMatchObject({ kind: 'denied', code: 'forbidden' });
  });

  it('puts out whoever signs out, and lets others stay', async () => {
    const { a, b, bob } = await two();
    await closeSession(rooms.services.platform, bob.session_id);
    await until(b.room, () => b.room.problem !== null);
    expect(b.room.problem).toMatchObject({ kind: 'denied', code: 'unauthenticated' });
    const shape = rectangle();
    a.desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
    await until(a.room, isSaved(a.room));
    expect(b.desk.document.shapes.has(shape.id)).toBe(false);
  });

  it('counts edits as activity of their session [F095]', async () => {
    const { a, ada } = await two();
    const { kv } = rooms.services.platform;
    await kv.set(`seen:${ada.session_id}`, '1000');
    const shape = rectangle();
    a.desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
    await until(a.room, isSaved(a.room));
    expect(Date.now() - Number(await kv.get(`seen:${ada.session_id}`))).toBeLessThan(60_000);
  });

  it('keeps a file in the trash from everyone but its owner, who can look at it', async () => {
    const { a, b, fileId } = await two();
    const { db, pubsub } = rooms.services.platform;
    await db.update(files).set({ deletedAt: new Date() }).where(eq(files.id, fileId));
    await pubsub.publish(accessChannel(fileId), '');
    await Promise.all([until(b.room, () => b.room.problem !== null), until(a.room, () => !a.room.canEdit)]);
    expect(b.room.problem).toMatchObject({ kind: 'denied', code: 'not_found' });
    expect(a.room.problem).toBeNull();
  });

  it('gives everyone a colour of their own that all agree on, and lets nobody pose as another [F388] [F389] [F391]', async () => {
    const { a, b, bob } = await two();
    await until(a.room, () => a.room.presence.length === 1 && a.room.presence[0]?.color === b.room.color);
    expect(a.room.color).not.toBe(b.room.color);
    b.room.awareness.setLocalStateField('user', { id: 'someone-else', name: 'The Queen', color: '#000000' });
    b.room.setCursor({ x: 12, y: 34 });
    await until(a.room, () => a.room.presence[0]?.cursor?.x === 12);
    expect(a.room.presence[0]).toMatchObject({ id: bob.user_id, name: 'Bob', color: b.room.color, cursor: { x: 12, y: 34 } });
    b.room.close();
    await until(a.room, () => a.room.presence.length === 0);
  });
});
