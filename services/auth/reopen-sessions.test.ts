import { randomUUID } from 'node:crypto';
import { sessions, users } from '@autograph/database';
import { hostServices, sessionIsOpen } from '@autograph/service-kit';
import { startTestServices, type TestServices } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auth } from './index.ts';

const hours = 3_600_000;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);

describe('a restart without Redis', () => {
  let services: TestServices;
  beforeAll(async () => {
    services = await startTestServices([]);
  });
  afterAll(() => services.close());

  it('keeps people signed in for the rest of the day that their session had', async () => {
    const { db, kv } = services.platform;
    const [user] = await db.insert(users).values({ name: 'Ada', email: 'ada@example.com' }).returning();
    const userId = user?.id ?? '';
    const rows = [
      { name: 'recent', lastSeenAt: ago(23 * hours), expiresAt: ago(-hours) },
      { name: 'idle', lastSeenAt: ago(25 * hours), expiresAt: ago(-hours) },
      { name: 'expired', lastSeenAt: ago(hours), expiresAt: ago(1) },
    ].map((row) => ({ ...row, id: randomUUID(), userId, token: randomUUID() }));
    await db.insert(sessions).values(rows);

    const restarted = await hostServices(services.platform, [auth]);
    const open = await Promise.all(rows.map(async (row) => ((await sessionIsOpen(kv, row.id)) ? [row.name] : [])));
    expect(open.flat()).toEqual(['recent']);
    expect(await kv.ttl(`session:${rows[0]?.id}`)).toBeLessThanOrEqual(3600);
    await restarted.close();
  });
});
