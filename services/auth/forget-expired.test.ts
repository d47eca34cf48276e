import { randomUUID } from 'node:crypto';
import { refreshTokens, sessions, users } from '@autograph/database';
import { openTestPlatform } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetExpired } from './forget-expired.ts';
import { issueRefreshToken } from './refresh-tokens.ts';

const days = 86_400_000;

describe('sign-ins that have lapsed', () => {
  let opened: Awaited<ReturnType<typeof openTestPlatform>>;
  beforeAll(async () => {
    opened = await openTestPlatform();
  });
  afterAll(() => opened.close());

  it('are forgotten with their tokens, those in use stay', async () => {
    const { db } = opened.platform;
    const now = new Date();
    const [user] = await db.insert(users).values({ name: 'Ada', email: 'ada@example.com' }).returning();
    const userId = user?.id ?? '';
    for (const age of [31, 1]) {
      const start = new Date(now.getTime() - age * days);
      const row = { id: randomUUID(), userId, token: randomUUID(), expiresAt: new Date(start.getTime() + 30 * days) };
      await db.insert(sessions).values(row);
      await issueRefreshToken(db, { userId, sessionId: row.id, remembered: true }, start);
    }
    await forgetExpired(db, now);
    expect([await db.$count(sessions), await db.$count(refreshTokens)]).toEqual([1, 1]);
    expect((await db.select().from(sessions))[0]?.expiresAt.getTime()).toBeGreaterThan(now.getTime());
  });
});
