import { type Scope, Session } from '@autograph/contracts';
import { oauthTokens, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { hashOfSecret } from '@autograph/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registerApp, type TestApp } from '../testing/connect-app.ts';
import { startAuth, type TestAuth } from '../testing/start-auth.ts';

let instance: TestAuth;
let app: TestApp;
let person: Session;
beforeAll(async () => {
  instance = await startAuth();
  person = Session.parse(
    (await instance.send('POST', 'register', { email: 'ada@example.com', password: 'SecurePass123!', name: 'Ada' })).body,
  );
  app = await registerApp(instance, person.access_token);
});
afterAll(() => instance.close());

/** What a token is told to be good for; null when it is refused. */
async function scopesOf(token: string): Promise<Scope[] | null> {
  const serviceToken = await instance.services.platform.tokens.signServiceToken({ service: 'gateway', identity: null });
  const response = await fetch(`${instance.url}/internal/credentials`, {
    method: 'POST',
    headers: { authorization: `Bearer ${serviceToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'app', hash: hashOfSecret(token) }),
  });
  const body: unknown = await response.json();
  return response.ok
    ? z.object({ identity: z.object({ scopes: z.array(z.enum(['read', 'write', 'admin'])) }) }).parse(body).identity.scopes
    : null;
}

describe('an app that a person lets in again', () => {
  it('keeps nothing that is good for more than they agree to now', async () => {
    const wide = await app.connect(person.access_token, ['write']);
    const pending = await app.agree(person.access_token, ['write']);
    expect(await scopesOf(wide.access_token)).toEqual(['write']);
    const narrow = await app.connect(person.access_token, ['read']);
    expect(await scopesOf(wide.access_token)).toBeNull();
    const kept = await instance.services.platform.kv.get(`credential:${hashOfSecret(wide.access_token)}`);
    expect(kept).toContain('token_revoked');
    expect((await app.renew(wide.refresh_token)).status).toBe(400);
    expect((await app.ask(pending)).status).toBe(400);
    expect(await scopesOf(narrow.access_token)).toEqual(['read']);
  });

  it('keeps what it has when they agree to as much or more', async () => {
    const first = await app.connect(person.access_token, ['read']);
    await app.connect(person.access_token, ['write']);
    expect(await scopesOf(first.access_token)).toEqual(['read']);
    expect((await app.renew(first.refresh_token)).status).toBe(200);
  });
});

describe('a code or refresh token that two come with at once', () => {
  const aliveOf = async (since: Date) => {
    const rows = await instance.services.platform.db.select().from(oauthTokens).where(eq(oauthTokens.kind, 'access'));
    return rows.filter(({ createdAt, revokedAt }) => createdAt >= since && revokedAt === null).length;
  };

  it('leaves no token in force, whichever of them was first', async () => {
    for (let round = 0; round < 15; round++) {
      const form = await app.agree(person.access_token, ['read']);
      const since = new Date();
      const answers = await Promise.all([app.ask(form), app.ask(form), app.ask(form)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
      expect([round, await aliveOf(since)]).toEqual([round, 0]);
    }
  });

  it('leaves no token of its family either', async () => {
    for (let round = 0; round < 15; round++) {
      const { refresh_token } = await app.connect(person.access_token, ['read']);
      const since = new Date();
      const answers = await Promise.all([app.renew(refresh_token), app.renew(refresh_token)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      expect([round, await aliveOf(since)]).toEqual([round, 0]);
    }
  });
});

describe('an app whose person may not come in any more', () => {
  it.each([
    ['is put out', { banned: true }, { banned: false }],
    ['has gone', { deletedAt: new Date() }, { deletedAt: null }],
  ])('gets nothing in their name, and is told that its tokens are void, when their account %s', async (_, closed, open) => {
    const set = (changes: Partial<typeof users.$inferInsert>) =>
      instance.services.platform.db.update(users).set(changes).where(eq(users.id, person.user.id));
    const { access_token, refresh_token } = await app.connect(person.access_token, ['read']);
    const code = await app.agree(person.access_token, ['read']);
    expect((await app.introspect(access_token)).body).toMatchObject({ active: true, sub: person.user.id });
    await set(closed);
    for (const token of [access_token, refresh_token]) expect((await app.introspect(token)).body).toEqual({ active: false });
    for (const answer of [await app.renew(refresh_token), await app.ask(code)])
      expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    await set(open);
  });
});
