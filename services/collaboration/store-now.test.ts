import { files } from '@autograph/database';
import { createShapeId } from '@autograph/document';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRooms, type TestRooms } from './testing/start-rooms.ts';

describe('storing at once', () => {
  let rooms: TestRooms;
  beforeAll(async () => {
    rooms = await startRooms();
  });
  afterAll(() => rooms.close());

  const canvasRow = async (id: string) => {
    const [row] = await rooms.services.platform.db.select({ canvas: files.canvasData }).from(files).where(eq(files.id, id));
    return JSON.stringify(row?.canvas ?? null);
  };

  it('says saving until the row in the database holds the shapes drawn before it was asked for [F235]', async () => {
    const ada = await rooms.person();
    const fileId = await rooms.file(ada);
    const { room, desk } = await rooms.enter(fileId, ada);
    const states: string[] = [];
    room.subscribe((what) => what === 'saved' && states.push(room.saved));
    const shapes = Array.from({ length: 5 }, () => createShapeId());
    for (const id of shapes) {
      const shape = { id, type: 'rectangle', x: 1, y: 2, w: 30, h: 40, rotation: 0, parent_id: null, index: 'a0' };
      desk.document.apply({ shapes: [[id, shape]] }, 'local');
    }
    expect(await canvasRow(fileId)).not.toContain(shapes[4]);
    const both = Promise.all([room.save(), room.save()]);
    expect(room.saved).toBe('saving');
    await both;
    expect(room.saved).toBe('saved');
    const row = await canvasRow(fileId);
    expect(shapes.every((id) => row.includes(id))).toBe(true);
    expect(states.at(0)).toBe('saving');
    expect(states.at(-1)).toBe('saved');
  });

  it('fails without a connection', async () => {
    const ada = await rooms.person();
    const fileId = await rooms.file(ada);
    const { room } = await rooms.enter(fileId, ada);
    const pending = room.save();
    room.close();
    await expect(pending).rejects.toThrow('lost');
  });
});
