import { files } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { createShapeId } from '@autograph/document';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { isSaved, type Seat, startRooms, type TestRooms, until } from './testing/start-rooms.ts';

let rooms: TestRooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => rooms.close());

const canvasRow = async (id: string) => {
  const [row] = await rooms.services.platform.db.select({ canvas: files.canvasData }).from(files).where(eq(files.id, id));
  return JSON.stringify(row?.canvas ?? null);
};

function draw({ desk }: Seat): string {
  const id = createShapeId();
  desk.document.apply(
    { shapes: [[id, { id, type: 'rectangle', x: 1, y: 2, w: 30, h: 40, rotation: 0, parent_id: null, index: 'a0' }]] },
    'local',
  );
  return id;
}

describe('storing at once', () => {
  it('says saving until the row in the database holds the shapes drawn before it was asked for [F235]', async () => {
    const ada = await rooms.person();
    const fileId = await rooms.file(ada);
    const seat = await rooms.enter(fileId, ada);
    const { room } = seat;
    const states: string[] = [];
    room.subscribe((what) => what === 'saved' && states.push(room.saved));
    const shapes = Array.from({ length: 5 }, () => draw(seat));
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

describe('storing by itself', () => {
  async function work() {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const ada = await rooms.person();
    const fileId = await rooms.file(ada);
    return { ada, fileId, seat: await rooms.enter(fileId, ada) };
  }

  it('says saved, has the shapes in the database five minutes after they were drawn, and shows them to who opens the file anew [F234]', async () => {
    const { ada, fileId, seat } = await work();
    const shape = draw(seat);
    await until(seat.room, isSaved(seat.room));
    expect(await canvasRow(fileId)).not.toContain(shape);
    vi.advanceTimersByTime(300_000);
    let row = '';
    while (!row.includes(shape)) row = await canvasRow(fileId);
    expect(seat.room.saved).toBe('saved');
    const { desk } = await rooms.enter(fileId, ada);
    expect(desk.document.shapes.get(shape)).toMatchObject({ type: 'rectangle', w: 30 });
  });

  it('does not wait for a pause of someone who draws on and on', async () => {
    const { fileId, seat } = await work();
    const first = draw(seat);
    await until(seat.room, isSaved(seat.room));
    for (let second = 0; second < 12; second += 1) {
      vi.advanceTimersByTime(900);
      draw(seat);
      await until(seat.room, isSaved(seat.room));
    }
    let row = '';
    while (!row.includes(first)) row = await canvasRow(fileId);
    expect(row).toContain(first);
  });
});
