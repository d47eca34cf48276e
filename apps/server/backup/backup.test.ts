import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditLog, databaseOf, files, migrate, migrationStates, openPool, usageMetrics, users, versions } from '@autograph/database';
import { createLog, openStorage, type PlatformConfig, readConfig } from '@autograph/service-kit';
import { openEmbeddedDatabase } from '@autograph/service-kit/database/embedded.ts';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@autograph/service-kit/testing/index.ts';
import { kvModes } from '@autograph/service-kit/testing/kv-modes.ts';
import { startS3 } from '@autograph/service-kit/testing/start-s3.ts';
import { startVersionedS3 } from '@autograph/service-kit/testing/versioned-s3.ts';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '../commands/backup.ts';
import { restore } from '../commands/restore.ts';
import { tablesOf, weighTable, writeExactly } from './table-rows.ts';

/** An installation of its own: a database, and files in a folder. */
class Place {
  static readonly all: Place[] = [];
  readonly folder: string;
  readonly database: TestDatabase;
  readonly pool: pg.Pool;
  readonly config: PlatformConfig;

  private constructor(folder: string, database: TestDatabase, environment: Record<string, string>) {
    this.folder = folder;
    this.database = database;
    this.pool = openPool(database.url, { name: 'test' });
    this.config = readConfig({ DATA_DIR: folder, DATABASE_URL: database.url, ...environment });
    Place.all.push(this);
  }

  static async make(environment: Record<string, string> = {}): Promise<Place> {
    return new Place(await mkdtemp(join(tmpdir(), 'autograph-place-')), await createTestDatabase(), environment);
  }

  storage() {
    return openStorage(this.config, 'secret', 'http://localhost', createLog('test', 'silent'));
  }

  /** Every table's rows and hash. */
  async weight(): Promise<Record<string, unknown>> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await writeExactly(client);
      const found: Record<string, unknown> = {};
      for (const table of await tablesOf(client)) found[table] = await weighTable(client, table);
      return found;
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  async dispose(): Promise<void> {
    await this.pool.end();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function furnish(place: Place): Promise<void> {
  await migrate(place.pool);
  const db = databaseOf(place.pool);
  const [ada] = await db
    .insert(users)
    .values({ name: 'Ada "the\n\tfirst" \\ Lovelace 🧮', email: 'ada@example.com', preferences: { theme: 'dark', list: [1, null] } })
    .returning();
  const owner = ada?.id ?? '';
  const made = await db
    .insert(files)
    .values(
      Array.from({ length: 450 }, (_, n) => ({
        title: `Plan ${n}`,
        ownerId: owner,
        canvasData: { shapes: [{ id: `s${n}`, x: 0.1 + n }], blocks: [] },
      })),
    )
    .returning();
  const bytes = crypto.getRandomValues(new Uint8Array(5000));
  await db.insert(versions).values({ fileId: made[0]?.id ?? '', number: 1, fileVersion: 1, document: bytes, canvasData: {} });
  await db.insert(auditLog).values([
    { action: 'auth.login', userId: owner },
    { action: 'auth.logout', userId: owner },
  ]);
  await db.insert(usageMetrics).values({ metric: 'ai', costUsd: 0.123456, value: 1 / 3 });
  const storage = await place.storage();
  await storage.put('uploads', 'files/1/picture.png', bytes);
  await storage.put('diagrams', `files/${'long'.repeat(60)}/thumbnail.png`, bytes.subarray(0, 100));
  await storage.close();
}

const text = (bytes: Uint8Array | null) => new TextDecoder().decode(bytes ?? new Uint8Array());

const lines: string[] = [];
const run = (command: typeof backup, place: Place, ...args: string[]) => {
  lines.length = 0;
  return command.run(args, { config: place.config, say: (line) => void lines.push(line) });
};

describe('a backup', () => {
  let home: Place;
  let folder: string;
  let archive: string;
  let before: Record<string, unknown>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'autograph-backups-'));
    home = await Place.make({ AUTH_SECRET: 'a secret of at least thirty-two characters' });
    await furnish(home);
    archive = join(folder, 'nightly/autograph.tar.gz');
    before = await home.weight();
    expect(await run(backup, home, archive)).toBe(0);
  });
  afterAll(async () => {
    for (const place of Place.all) await place.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it('brings every row and every object back into a fresh installation, and nothing that came later [F048]', async () => {
    await databaseOf(home.pool).insert(auditLog).values({ action: 'after.backup' });
    const fresh = await Place.make();
    expect(await run(restore, fresh, archive)).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(/^4\d\d rows and 2 objects/),
      expect.stringMatching(/^AUTH_SECRET is another/),
      expect.stringMatching(/^SECRETS_KEY is another/),
    ]);
    expect(await fresh.weight()).toEqual(before);
    const [there, here] = [await home.storage(), await fresh.storage()];
    for (const bucket of ['diagrams', 'exports', 'uploads'] as const) {
      const listed = await there.list(bucket);
      expect(await here.list(bucket)).toEqual(listed);
      for (const { key } of listed) expect(await here.get(bucket, key)).toEqual(await there.get(bucket, key));
    }
    const [entry] = await databaseOf(fresh.pool).insert(auditLog).values({ action: 'goes.on' }).returning();
    expect(entry?.id).toBe(3n);
    expect((await migrationStates(fresh.pool)).every(({ applied }) => applied)).toBe(true);
  });

  it('goes over nothing that is there unless it is told to', async () => {
    const used = await Place.make();
    await migrate(used.pool);
    await databaseOf(used.pool).insert(users).values({ name: 'Bob', email: 'bob@example.com' });
    await expect(run(restore, used, archive)).rejects.toThrow(/^There are accounts or files here already: --force/);
    expect(await run(restore, used, archive, '--force')).toBe(0);
    expect(await used.weight()).toEqual(before);
  });

  it.skipIf(!kvModes.every(({ runs }) => runs))('is not covered up by what services remember of before', async () => {
    const REDIS_PREFIX = `test-[*]${randomUUID()}:`;
    const [mine, others] = [`${REDIS_PREFIX}cache:diagram:1`, `test-${REDIS_PREFIX}cache:diagram:1`];
    const redis = new Redis(testRedisUrl);
    await Promise.all([redis.set(mine, 'newer'), redis.set(others, 'kept', 'EX', 60)]);
    expect(await run(restore, await Place.make({ REDIS_URL: testRedisUrl, REDIS_PREFIX }), archive)).toBe(0);
    expect(await redis.mget(mine, others)).toEqual([null, 'kept']);
    await redis.del(others);
    redis.disconnect();
    const deaf = await Place.make({ REDIS_URL: 'redis://127.0.0.1:1' });
    expect(await run(restore, deaf, archive)).toBe(0);
    expect(lines[1]).toMatch(/^Redis was not emptied \(.*ECONNREFUSED.*\): do so before services start/);
  });

  it('is not put back while services run', async () => {
    const fresh = await Place.make();
    const service = openPool(fresh.database.url);
    await service.query('select 1');
    await expect(run(restore, fresh, archive)).rejects.toThrow(/^Services are connected to this database: stop them first/);
    await service.end();
  });

  it('that was damaged or cut short is refused before anything is changed', async () => {
    const fresh = await Place.make();
    const bytes = await readFile(archive);
    const broken = join(folder, 'broken.tar.gz');
    await writeFile(broken, bytes.subarray(0, bytes.length / 2));
    await expect(run(restore, fresh, broken)).rejects.toThrow(/^(The backup cannot be read|This is no whole backup)/);
    await writeFile(broken, 'no archive at all');
    await expect(run(restore, fresh, broken)).rejects.toThrow(/^The backup cannot be read/);
    expect(await fresh.weight()).toEqual({});
  });

  it('is kept in S3 as well', async () => {
    const server = await startS3(join(folder, 's3'));
    const place = await Place.make(server.settings);
    await furnish(place);
    await expect(run(backup, place, 's3://nowhere/autograph.tar.gz')).rejects.toThrow(/^s3:\/\/nowhere\/autograph\.tar\.gz cannot be used/);
    expect(await run(backup, place, 's3://uploads/backups/autograph.tar.gz')).toBe(0);
    const weight = await place.weight();
    expect(await run(restore, place, 's3://uploads/backups/autograph.tar.gz', '--force')).toBe(0);
    expect(await place.weight()).toEqual(weight);
    await server.close();
  });

  it('goes into a bucket that the services cannot reach, and back, as a user who reaches nothing else', async () => {
    const policies: Record<string, readonly string[]> = { services: ['diagrams', 'exports', 'uploads'], keeper: ['backups'] };
    const server = await startVersionedS3((user, bucket) => policies[user]?.includes(bucket) ?? false);
    await fetch(`${server.url}/backups`, { method: 'PUT', headers: { authorization: 'Credential=keeper/' } });
    const one = { S3_ENDPOINT: server.url, S3_ACCESS_KEY_ID: 'services', S3_SECRET_ACCESS_KEY: 'a' };
    const two = { BACKUP_S3_ACCESS_KEY_ID: 'keeper', BACKUP_S3_SECRET_ACCESS_KEY: 'b' };
    const place = await Place.make({ ...one, ...two });
    await furnish(place);
    const weight = await place.weight();
    expect(await run(backup, place, 's3://backups/autograph/one.tar.gz')).toBe(0);
    expect(await run(restore, place, 's3://backups/autograph/', '--force')).toBe(0);
    expect(await place.weight()).toEqual(weight);

    const alone = await Place.make(one);
    await migrate(alone.pool);
    await expect(run(backup, alone, 's3://backups/two.tar.gz')).rejects.toThrow(/^s3:\/\/backups\/two\.tar\.gz cannot be used/);
    const elsewhere = await startVersionedS3();
    await fetch(`${elsewhere.url}/backups`, { method: 'PUT' });
    const apart = await Place.make({ ...one, BACKUP_S3_ENDPOINT: elsewhere.url });
    await migrate(apart.pool);
    expect(await run(backup, apart, 's3://backups/three.tar.gz')).toBe(0);
    expect(await run(restore, apart, 's3://backups/three.tar.gz', '--force')).toBe(0);
    await Promise.all([server.close(), elsewhere.close()]);
  });

  it('brings old versions of objects back in their order, and deletes again what was deleted [F049]', async () => {
    const [from, to] = [await startVersionedS3(), await startVersionedS3()];
    const settings = (url: string) => ({ S3_ENDPOINT: url, S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' });
    const place = await Place.make(settings(from.url));
    await migrate(place.pool);
    const storage = await place.storage();
    const put = (key: string, content: string) => storage.put('uploads', key, new TextEncoder().encode(content));
    for (const content of ['first', 'second', 'third']) await put('files/1/picture.svg', content);
    await put('files/2/gone.svg', 'was here');
    await storage.delete('uploads', 'files/2/gone.svg');
    const path = join(folder, 'versions.tar.gz');
    expect(await run(backup, place, path)).toBe(0);
    expect(lines).toContain('With 3 old versions of objects.');

    const fresh = await Place.make(settings(to.url));
    expect(await run(restore, fresh, path)).toBe(0);
    const back = await fresh.storage();
    const history = async (of: typeof storage) => {
      const texts = ((await of.older('uploads')) ?? []).map(async (each) => [each.key, text(await of.getOlder('uploads', each))]);
      return [await Promise.all(texts), await of.list('uploads'), text(await of.get('uploads', 'files/1/picture.svg'))];
    };
    expect(await history(back)).toEqual(await history(storage));
    await Promise.all([storage.close(), back.close(), from.close(), to.close()]);
  });

  it('is found as the newest of a folder or a bucket, and says so where there is none', async () => {
    const many = join(folder, 'many');
    expect(await run(backup, home, join(many, 'b.tar.gz'))).toBe(0);
    await writeFile(join(many, 'notes.txt'), 'no backup');
    await expect(run(restore, home, `${join(folder, 'none')}/`, '--drill')).rejects.toThrow(/^There is no backup \(\*\.tar\.gz\) below/);
    expect(await run(restore, home, `${many}/`, '--drill')).toBe(0);
    const server = await startVersionedS3();
    const place = await Place.make({ S3_ENDPOINT: server.url, S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' });
    await migrate(place.pool);
    await (await place.storage()).close();
    expect(await run(backup, place, 's3://uploads/autograph/one.tar.gz')).toBe(0);
    server.pass(0.01);
    expect(await run(backup, place, 's3://uploads/autograph/another.tar.gz')).toBe(0);
    expect(await run(restore, place, 's3://uploads/autograph/', '--drill', '--report', 's3://uploads/drills/one.json')).toBe(0);
    expect(lines.at(-1)).toBe('The report is kept as s3://uploads/drills/one.json.');
    const kept = text(await (await place.storage()).get('uploads', 'drills/one.json'));
    expect(JSON.parse(kept)).toMatchObject({ backup: 's3://uploads/autograph/another.tar.gz', passed: true });
    await server.close();
  });

  it('of the schema before the newest is brought to the newest', async () => {
    const old = await Place.make();
    const previous = (await migrationStates(old.pool)).at(-2)?.tag ?? '';
    await migrate(old.pool, { to: previous });
    const id = randomUUID();
    await old.pool.query("insert into users (id, name, email) values ($1, 'Old', 'old@example.com')", [id]);
    const path = join(folder, 'old.tar.gz');
    expect(await run(backup, old, path)).toBe(0);
    const fresh = await Place.make();
    expect(await run(restore, fresh, path)).toBe(0);
    expect(await databaseOf(fresh.pool).select({ id: users.id, role: users.role }).from(users)).toEqual([{ id, role: 'editor' }]);
  });

  it('is taken of an embedded database while a process owns it, and put back only when none does', async () => {
    const place = await Place.make();
    const config = { ...place.config, DATABASE_URL: undefined };
    const terminal = { config, say: () => undefined };
    const owner = await openEmbeddedDatabase(place.folder);
    const pool = openPool(owner.url, { name: 'test' });
    await migrate(pool);
    await pool.end();
    const path = join(folder, 'embedded.tar.gz');
    expect(await backup.run([path], terminal)).toBe(0);
    await expect(restore.run([path], terminal)).rejects.toThrow(/^The data folder .* is in use by process/);
    await owner.stop();
    expect(await restore.run([path], terminal)).toBe(0);
  });

  it('is tried out in a place of its own, which tells how long recovery takes and what would be lost, and keeps that [F050]', async () => {
    const path = join(folder, 'drill.tar.gz');
    expect(await run(backup, home, path)).toBe(0);
    const weight = await home.weight();
    const report = join(folder, 'drills/2026-q4.json');
    expect(await run(restore, home, path, '--drill', '--report', report)).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(/rows and 2 objects/),
      expect.stringMatching(/^Recovery took [\d.]+ s of 3600 s\.$/),
      expect.stringMatching(/^The newest write that would be lost is at most [\d.]+ s old, of 300 s\.$/),
      `The report is kept as ${report}.`,
    ]);
    const kept: unknown = JSON.parse(await readFile(report, 'utf8'));
    expect(kept).toMatchObject({
      backup: path,
      objects: 2,
      recovery_seconds: expect.any(Number),
      recovery_limit_seconds: 3600,
      lost_seconds: expect.any(Number),
      lost_limit_seconds: 300,
      passed: true,
    });
    expect(await home.weight()).toEqual(weight);
  });

  it('is tried out in a database that is named for it, again and again, and never in its own', async () => {
    const scratch = await Place.make();
    const path = join(folder, 'drill.tar.gz');
    const terminal = (url: string) => ({ config: { ...home.config, DRILL_DATABASE_URL: url }, say: () => undefined });
    for (let again = 0; again < 2; again += 1) expect(await restore.run([path, '--drill'], terminal(scratch.database.url))).toBe(0);
    expect((await scratch.weight()).files).toEqual((await home.weight()).files);
    await expect(restore.run([path, '--drill'], terminal(home.database.url))).rejects.toThrow(/^DRILL_DATABASE_URL is the database itself/);
  });
});
