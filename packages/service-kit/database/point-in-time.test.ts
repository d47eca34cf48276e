import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseOf, files, migrate, openPool, users } from '@autograph/database';
import pg from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { freePort } from '../testing/free-port.ts';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';

const scripts = fileURLToPath(new URL('../../../deploy/postgres/', import.meta.url));
const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** PostgreSQL's programs and a folder in which they may write. */
async function arrange() {
  const home = await mkdtemp(join(tmpdir(), 'autograph-pitr-'));
  ended.push(() => rm(home, { recursive: true, force: true }));
  const binaries = await findBinaries();
  const account = await chooseAccount(home, binaries.postgres);
  const own = async (path: string) => {
    if (account.uid !== undefined && account.gid !== undefined) await chown(path, account.uid, account.gid);
  };
  const archive = join(home, 'archive');
  await mkdir(archive);
  await own(archive);
  // What the container mounts; the account of the tests may not reach the repository.
  const mounted = join(home, 'setup');
  await cp(scripts, mounted, { recursive: true });
  await own(mounted);
  const run = (program: string, args: readonly string[]) => {
    const [command = program, ...rest] = [...account.prefix, program, ...args];
    const ids = account.uid === undefined ? {} : { uid: account.uid, gid: account.gid };
    return { command, args: rest, options: { cwd: '/', ...ids, env: { ...process.env, LC_ALL: 'C', WAL_ARCHIVE: archive } } };
  };
  return { home, archive, mounted, binaries, run, own };
}

type Place = Awaited<ReturnType<typeof arrange>>;

async function start(
  { run, binaries }: Place,
  folder: string,
  settings: readonly string[],
): Promise<{ url: string; stop(): Promise<unknown> }> {
  const port = await freePort();
  const common = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=16MB', ...settings].flatMap((each) => [
    '-c',
    each,
  ]);
  const { command, args, options } = run(binaries.postgres, ['-D', folder, '-p', String(port), ...common]);
  const server: ChildProcess = spawn(command, args, { ...options, stdio: 'ignore' });
  const stop = async () => {
    if (server.exitCode !== null) return;
    server.kill('SIGINT');
    await once(server, 'exit');
  };
  ended.push(stop);
  const url = `postgres://autograph@127.0.0.1:${port}/postgres`;
  const answers = async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    return client
      .connect()
      .then(() => client.query<{ back: boolean }>('select pg_is_in_recovery() as back'))
      .then(
        ({ rows }) => rows[0]?.back === false,
        () => false,
      )
      .finally(() => client.end());
  };
  await vi.waitUntil(answers, { timeout: 60_000, interval: 50 });
  return { url, stop };
}

it('goes forward from a copy of the server by its archived log to a moment, and not beyond it [F048]', async () => {
  const place = await arrange();
  const { home, archive, binaries, run, mounted, own } = place;
  const live = join(home, 'live');
  const made = run(binaries.initdb, ['-D', live, '-U', 'autograph', '-E', 'UTF8', '--locale=C', '-A', 'trust']);
  execFileSync(made.command, made.args, { ...made.options, stdio: 'pipe' });
  const archiving = ['archive_mode=on', `archive_command=sh ${mounted}/archive.sh %p %f`];
  const server = await start(place, live, archiving);
  const pool = openPool(server.url, { name: 'test' });
  await migrate(pool);
  const db = databaseOf(pool);
  const [ada] = await db.insert(users).values({ name: 'Ada', email: 'ada@example.com' }).returning();
  const add = (title: string) => db.insert(files).values({ title, ownerId: ada?.id ?? '' });
  await add('Before the copy');

  // As pg_basebackup does it (PostgreSQL manual, "Making a Base Backup Using the Low Level API").
  const copy = join(home, 'copy');
  const client = await pool.connect();
  await client.query("select pg_backup_start('test', true)");
  await cp(live, copy, { recursive: true, filter: (path) => !/\/(pg_wal\/.*|postmaster\.(pid|opts))$/.test(path) });
  const Stopped = z.object({ labelfile: z.string(), spcmapfile: z.string() });
  const { labelfile } = Stopped.parse((await client.query('select labelfile, spcmapfile from pg_backup_stop(true)')).rows[0]);
  client.release();
  await writeFile(join(copy, 'backup_label'), labelfile);
  await mkdir(join(copy, 'pg_wal'), { recursive: true });

  await add('After the copy');
  const Moment = z.object({ now: z.string() });
  const { now } = Moment.parse((await pool.query('select clock_timestamp()::text as now')).rows[0]);
  await pool.query('select pg_sleep(0.01)');
  await add('By mistake');
  await pool.query('update files set title = $1', ['Spoilt']);
  const Piece = z.object({ file: z.string() });
  const { file } = Piece.parse((await pool.query('select pg_walfile_name(pg_switch_wal()) as file')).rows[0]);
  await vi.waitUntil(() => existsSync(join(archive, file)), { timeout: 60_000, interval: 50 });
  await pool.end();
  await server.stop();
  await rm(live, { recursive: true });

  const back = run('sh', [join(mounted, 'go-back.sh'), copy, now]);
  for (const path of [copy, join(copy, 'pg_wal'), join(copy, 'backup_label')]) await own(path);
  execFileSync('chown', ['-R', `${back.options.uid ?? process.getuid?.()}:${back.options.gid ?? process.getgid?.()}`, copy]);
  await chmod(copy, 0o700);
  execFileSync(back.command, back.args, { ...back.options, stdio: 'pipe' });
  const restored = await start(place, copy, archiving);
  const there = openPool(restored.url, { name: 'test' });
  const { rows } = await there.query<{ title: string }>('select title from files order by title');
  expect(rows.map(({ title }) => title)).toEqual(['After the copy', 'Before the copy']);
  // It is a server like any other from then on.
  await databaseOf(there)
    .insert(files)
    .values({ title: 'Goes on', ownerId: ada?.id ?? '' });
  await there.end();
});
