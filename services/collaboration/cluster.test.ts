import { randomUUID } from 'node:crypto';
import { documentUpdates } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { createShapeId, snapshot } from '@autograph/document';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { isSaved, type Seat, startRooms, until } from './testing/start-rooms.ts';

const redisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';
const reachable = await new Promise<boolean>((resolve) => {
  const probe = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  probe.on('error', () => undefined);
  probe
    .connect()
    .then(() => resolve(true))
    .catch(() => resolve(false))
    .finally(() => probe.disconnect());
});

function draw({ desk }: Seat, text: string): void {
  const shape = { id: createShapeId(), type: 'ellipse', x: 1, y: 2, w: 30, h: 40, rotation: 0, parent_id: null, index: 'a0', text };
  desk.document.apply({ shapes: [[shape.id, shape]] }, 'local');
}

describe.skipIf(!reachable)('two instances over Redis', () => {
  it('show each other what is drawn and who is there, and keep each edit once [F397] [F422]', async () => {
    const common = {
      REDIS_URL: redisUrl,
      REDIS_PREFIX: `test-${randomUUID()}:`,
      AUTH_SECRET: 'a secret of at least thirty-two characters',
    };
    const first = await startRooms(common);
    const second = await startRooms({ ...common, DATABASE_URL: first.services.platform.config.DATABASE_URL ?? '' });
    try {
      const ada = await first.person();
      const bob = await first.person({ name: 'Bob' });
      const fileId = await first.file(ada);
      await first.share(fileId, bob, 'edit');
      const a = await first.enter(fileId, ada);
      draw(a, 'before');
      const b = await second.enter(fileId, bob);
      await until(b.room, () => snapshot(b.room.doc).shapes.length === 1);
      for (let n = 0; n < 10; n += 1) {
        draw(a, `a${n}`);
        draw(b, `b${n}`);
      }
      const all = (seat: Seat) => () => snapshot(seat.room.doc).shapes.length === 21 && isSaved(seat.room)();
      await Promise.all([until(a.room, all(a)), until(b.room, all(b))]);
      expect(snapshot(a.room.doc)).toEqual(snapshot(b.room.doc));

      b.room.setCursor({ x: 5, y: 6 });
      await until(a.room, () => a.room.presence.some((other) => other.name === 'Bob' && other.cursor?.x === 5));
      expect(a.room.color).not.toBe(b.room.color);
      const { db } = first.services.platform;
      expect(await db.$count(documentUpdates, eq(documentUpdates.fileId, fileId))).toBe(21);
    } finally {
      await second.close();
      await first.close();
    }
  });
});
