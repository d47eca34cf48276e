import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyPassword } from '@autograph/auth/password.ts';
import { AuditEvent } from '@autograph/contracts';
import { accounts, auditLog, databaseOf, openPool, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { readConfig } from '@autograph/service-kit';
import { createTestDatabase, freePort, type TestDatabase } from '@autograph/service-kit/testing/index.ts';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin } from './admin.ts';
import { type Command, UsageError } from './command.ts';
import { doctor } from './doctor.ts';
import { migrate } from './migrate.ts';

let folder: string;
let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'autograph-commands-'));
  database = await createTestDatabase();
  pool = openPool(database.url);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const run = async (command: Command, args: readonly string[], environment: Record<string, string> = {}) => {
  const lines: string[] = [];
  const config = readConfig({ DATA_DIR: folder, DATABASE_URL: database.url, ...environment });
  const status = await command.run(args, { config, say: (line) => void lines.push(line) });
  return { status, lines };
};

describe('autograph migrate', () => {
  it('shows the steps, takes them back and brings them again', async () => {
    const pending = (await run(migrate, ['status'])).lines;
    expect(pending[0]).toBe('pending  0000_extensions');
    const { lines } = await run(migrate, ['up']);
    expect(lines).toEqual(pending.map((line) => line.replace('pending  ', 'applied ')));
    expect((await run(migrate, [])).lines).toEqual(['The schema is the newest.']);
    expect((await run(migrate, ['down', '2'])).lines).toEqual(
      lines
        .slice(-2)
        .reverse()
        .map((line) => line.replace('applied', 'took back')),
    );
    expect((await run(migrate, ['up'])).lines).toHaveLength(2);
    await expect(run(migrate, ['sideways'])).rejects.toThrow(UsageError);
    await expect(run(migrate, ['down', '-1'])).rejects.toThrow(UsageError);
  });
});

describe('autograph admin', () => {
  it('makes an administrator who can sign in, lifts locks, changes roles and shows the accounts', async () => {
    const made = await run(admin, ['create', 'Ada@example.com', '--name', 'Ada']);
    expect(made.lines[0]).toBe('ada@example.com is an administrator now.');
    const password = /^Password: (\S+)$/.exec(made.lines[1] ?? '')?.[1] ?? '';
    const db = databaseOf(pool);
    const [way] = await db.select().from(accounts);
    expect(await verifyPassword({ hash: way?.password ?? '', password })).toBe(true);
    await expect(run(admin, ['create', 'ada@EXAMPLE.com'])).rejects.toThrow(/^ada@EXAMPLE\.com has an account: "autograph admin promote/);
    await expect(run(admin, ['create', 'nobody'])).rejects.toThrow('nobody is no e-mail address.');

    await db.update(users).set({ failedLogins: 10, lockedUntil: new Date(Date.now() + 60_000) });
    expect((await run(admin, ['list'])).lines).toEqual([
      expect.stringMatching(/^admin {3}locked {2}\d{4}-\d\d-\d\d {2}ada@example\.com {2}Ada$/),
    ]);
    await run(admin, ['unlock', 'ADA@example.com']);
    expect(await db.select({ failed: users.failedLogins, until: users.lockedUntil }).from(users)).toEqual([{ failed: 0, until: null }]);
    await expect(run(admin, ['promote', 'ada@example.com', '--role', 'viewer'])).rejects.toThrow(/is the last administrator/);
    await run(admin, ['create', 'eve@example.com']);
    await run(admin, ['promote', 'ada@example.com', '--role', 'viewer']);
    const ada = eq(users.email, 'ada@example.com');
    const roleOf = async () => (await db.select().from(users).where(ada))[0]?.role;
    expect(await roleOf()).toBe('viewer');
    await expect(run(admin, ['promote', 'bob@example.com'])).rejects.toThrow(/^No account has the address bob@example\.com/);
    await expect(run(admin, ['promote', 'ada@example.com', '--role', 'king'])).rejects.toThrow(UsageError);
    const log = await db.select().from(auditLog).where(eq(auditLog.actor, 'autograph tool')).orderBy(auditLog.id);
    expect(log.map(({ action }) => AuditEvent.parse(action))).toEqual([
      'admin.user_created',
      'admin.user_unlocked',
      'admin.user_created',
      'admin.role_changed',
    ]);
  });
});

describe('an account that was put out', () => {
  it('stays out when its lock is lifted, and is let in by a command of its own', async () => {
    await run(admin, ['create', 'out@example.com']);
    const db = databaseOf(pool);
    const out = eq(users.email, 'out@example.com');
    const state = async () => {
      const [row] = await db.select().from(users).where(out);
      return { banned: row?.banned, reason: row?.banReason, until: row?.lockedUntil };
    };
    await db
      .update(users)
      .set({ banned: true, banReason: 'scim:x', lockedUntil: new Date(Date.now() + 60_000) })
      .where(out);
    expect((await run(admin, ['unlock', 'out@example.com'])).lines[0]).toContain('"autograph admin enable out@example.com"');
    expect(await state()).toEqual({ banned: true, reason: 'scim:x', until: null });
    expect((await run(admin, ['enable', 'out@example.com'])).lines).toEqual(['out@example.com may sign in again.']);
    expect(await state()).toEqual({ banned: false, reason: null, until: null });
    const log = await db.select().from(auditLog).where(eq(auditLog.action, 'admin.user_enabled'));
    expect(log).toHaveLength(1);
  });
});

describe('autograph admin log-level', () => {
  it('sets, shows and takes back how much a service or a module logs [F038]', async () => {
    const level = async (...args: string[]) => (await run(admin, ['log-level', ...args])).lines;
    expect(await level('diagram', 'DEBUG')).toEqual(['diagram logs at debug.', 'Running services follow within 30 seconds.']);
    await level('diagram/requests', 'WARNING');
    expect(await level()).toEqual(['info    all that is not named here', 'debug   diagram', 'warn    diagram/requests']);
    await level('diagram', 'default');
    expect(await level()).toHaveLength(2);
    for (const args of [['diagram'], ['diagram', 'loud'], ['a/b/c', 'info'], ['diagram', 'info', 'more']])
      await expect(level(...args)).rejects.toThrow(UsageError);
  });
});

describe('autograph doctor', () => {
  it('finds nothing in the way of what runs, and says what to do about what does not', async () => {
    const PORT = String(await freePort());
    const well = await run(doctor, [], { PORT });
    expect([well.status, well.lines.at(-1)]).toEqual([0, 'Nothing is in the way.']);
    expect(well.lines.join('\n')).toMatch(/^ok {6}Database: PostgreSQL \d\d/m);
    expect(well.lines.join('\n')).toMatch(/^ok {6}Database: \d+ connections are enough for \d+ processes, which open up to 20 each$/m);
    const crowded = await run(doctor, [], { PORT, DATABASE_POOL: '500', DATABASE_POOL_BURST: '500' });
    expect(crowded.lines.join('\n')).toMatch(
      /Database: \d+ connections are enough for 0 processes, which open up to 1000 each: .*\n {8}→ Lower/,
    );

    const dead = 'redis://127.0.0.1:1';
    const ill = await run(doctor, [], {
      PORT,
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
      REDIS_URL: dead,
      SMTP_URL: 'smtp://127.0.0.1:1',
      S3_ENDPOINT: 'http://127.0.0.1:1',
      GIT_URL: 'http://127.0.0.1:1',
    });
    const text = ill.lines.join('\n');
    for (const part of [
      /PROBLEM Settings: AUTH_SECRET is not set\n {8}→ Give all services the same one/,
      /PROBLEM Database: The database cannot be reached: .*\n {8}→ /,
      /PROBLEM Redis: it cannot be reached: .*ECONNREFUSED.*\n {8}→ Start it, or correct REDIS_URL\./,
      /PROBLEM Storage: The S3 storage cannot be used: .*\n {8}→ /,
      /PROBLEM Mail: the server cannot be used: .*\n {8}→ Correct SMTP_URL/,
      /PROBLEM Ports: git does not answer at http:\/\/127\.0\.0\.1:1/,
    ])
      expect(text).toMatch(part);
    expect(ill.status).toBe(1);
  });
});
