import { ErrorBody, Session } from '@autograph/contracts';
import { accounts, auditLog, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import bcrypt from 'bcrypt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Answer, startAuth, type TestAuth } from './testing/start-auth.ts';

// The true cost of a hash is what is looked at here.
beforeAll(() => void vi.restoreAllMocks());

const password = 'SecurePass123!';
const problemOf = (answer: Answer) => ErrorBody.parse(answer.body).error;

describe('the first account', () => {
  let instance: TestAuth;
  beforeAll(async () => {
    instance = await startAuth();
  });
  afterAll(() => instance.close());

  it('becomes the admin, alone, even when several people are equally quick, and finds three example files', async () => {
    expect((await instance.send('GET', 'setup')).body).toMatchObject({ needs_setup: true });
    const people = ['ada', 'bob', 'cleo', 'dan'].map((name) => ({ name, email: `${name}@example.com`, password }));
    const answers = await Promise.all(people.map((person) => instance.send('POST', 'register', person)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
    const roles = answers.map((answer) => Session.parse(answer.body).user.role);
    expect(roles.toSorted()).toEqual(['admin', 'editor', 'editor', 'editor']);
    expect((await instance.send('GET', 'setup')).body).toMatchObject({ needs_setup: false });

    const kinds = instance.files.map((file) => /^\w+/.exec(file.blocks?.[0]?.source ?? '')?.[0]);
    expect(kinds.toSorted()).toEqual(['erDiagram', 'flowchart', 'sequenceDiagram']);
    for (const file of instance.files) {
      expect(file.type).toBe('mixed');
      expect(file.note_content).toContain('How to use this file');
    }
  });
});

describe('registering', () => {
  let instance: TestAuth;
  beforeAll(async () => {
    instance = await startAuth();
  });
  afterAll(() => instance.close());

  const register = (email: unknown, secret: unknown = password, name: unknown = 'Ada') =>
    instance.send('POST', 'register', { email, password: secret, name });
  const rows = (email: string) => instance.services.platform.db.select().from(users).where(eq(users.email, email));

  it('signs in at once and stores a bcrypt hash of cost 12, never the password [F021]', async () => {
    const answer = await register('test@example.com');
    expect(answer.status).toBe(201);
    const session = Session.parse(answer.body);
    expect(session).toMatchObject({ user: { email: 'test@example.com', name: 'Ada' }, expires_in: 3600 });
    const [account] = await instance.services.platform.db.select().from(accounts).where(eq(accounts.userId, session.user.id));
    expect(account?.password).toMatch(/^\$2b\$12\$/);
    expect(await bcrypt.compare(password, account?.password ?? '')).toBe(true);
    expect(await bcrypt.compare('wrong', account?.password ?? '')).toBe(false);
    const me = await instance.send('GET', 'me', undefined, { authorization: `Bearer ${session.access_token}` });
    expect(me.body).toEqual({ user: session.user, preferences: {} });
  });

  it('takes an address once, whatever its letter case, also when two come at once [F067]', async () => {
    await register('once@example.com');
    for (const email of ['once@example.com', 'ONCE@Example.com']) {
      const answer = await register(email);
      expect([answer.status, problemOf(answer).code]).toEqual([409, 'email_taken']);
    }
    expect(await rows('once@example.com')).toHaveLength(1);

    const both = await Promise.all([register('race@example.com'), register('RACE@example.com')]);
    expect(both.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
    expect(await rows('race@example.com')).toHaveLength(1);
  });

  it.each(['notanemail', 'email@domain', '@domain.com', '', 7])('refuses %j as an address and makes no account [F065]', async (email) => {
    const before = await instance.services.platform.db.$count(users);
    const answer = await register(email);
    expect([answer.status, problemOf(answer).code]).toEqual([422, 'validation_failed']);
    expect(problemOf(answer).details).toMatchObject([{ path: 'body.email' }]);
    expect(await instance.services.platform.db.$count(users)).toBe(before);
  });

  it.each([
    ['123', /8 characters/],
    ['password123', /uppercase/],
    ['Password', /digit/],
  ])('refuses the password %s and names the broken rule [F066]', async (weak, rule) => {
    const answer = await register('weak@example.com', weak);
    expect([answer.status, problemOf(answer).code]).toEqual([422, 'weak_password']);
    expect(problemOf(answer).details).toContainEqual({ path: 'body.password', message: expect.stringMatching(rule) });
    expect(await rows('weak@example.com')).toEqual([]);
  });

  it('ignores fields that nobody may choose for themselves', async () => {
    const greedy = { email: 'greedy@example.com', password, name: 'Greedy', role: 'admin', emailVerified: true, id: '1' };
    const answer = await instance.send('POST', 'register', greedy);
    expect(Session.parse(answer.body).user.role).toBe('editor');
    expect(await rows('greedy@example.com')).toMatchObject([{ role: 'editor', emailVerified: false }]);
  });

  it('leaves a trace of every attempt and no secret in it', async () => {
    const from = { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'a test' };
    const traced = await instance.send('POST', 'register', { email: 'traced@example.com', password, name: 'Ada' }, from);
    const events = await instance.services.platform.db.select().from(auditLog);
    const userId = Session.parse(traced.body).user.id;
    const trace = { action: 'auth.register', result: 'success', ipAddress: '203.0.113.7', userAgent: 'a test' };
    expect(events.filter((event) => event.userId === userId)).toMatchObject([trace]);
    const results = new Set(events.filter((event) => event.action === 'auth.register').map((event) => event.result));
    expect(results).toEqual(new Set(['success', 'failure']));
    expect(JSON.stringify(events, (_key, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(password);
  });
});
