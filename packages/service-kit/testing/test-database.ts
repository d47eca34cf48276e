import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedDatabase } from '../database/embedded.ts';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Server on which tests make databases: TEST_DATABASE_URL, else a local one when there is one. */
export const testServerUrl = process.env.TEST_DATABASE_URL ?? `postgres://${userInfo().username}@127.0.0.1:5432/postgres`;

const run = async (sql: string) => {
  const client = new pg.Client({ connectionString: testServerUrl, connectionTimeoutMillis: 2000 });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

async function embedded(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'autograph-database-'));
  const database = await openEmbeddedDatabase(folder);
  const drop = async () => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: database.url, drop };
}

/** An empty database of a test's own: on the test server, or embedded where there is none. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `autograph_test_${randomUUID().replaceAll('-', '')}`;
  const made = await run(`create database ${name}`).then(
    () => true,
    () => false,
  );
  if (!made) return embedded();
  const url = new URL(testServerUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) };
}
