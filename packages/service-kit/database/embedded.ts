import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { type Account, chooseAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { claim } from './claim.ts';
import { isAlive, type Postmaster, readPostmaster } from './postmaster.ts';

export interface EmbeddedDatabase {
  readonly url: string;
  /** Process id of the server. */
  readonly pid: number;
  /** Stops the server after its connections are ended; what was committed is on disk. */
  stop(): Promise<void>;
}

const startMilliseconds = 60_000;

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new StartError('No free port for the embedded PostgreSQL.');
  return address.port;
}

function start(account: Account, program: string, args: readonly string[], output: number | 'ignore'): ChildProcess {
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  // Detached: Ctrl-C in a terminal must reach this process only, which then stops the server in order.
  return spawn(command, rest, {
    detached: true,
    cwd: '/',
    stdio: ['ignore', output, output],
    env: { ...process.env, LC_ALL: 'C' },
    ...(account.uid === undefined ? {} : { uid: account.uid, gid: account.gid }),
  });
}

async function exit(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => {
    child.once('error', () => done(-1));
    child.once('exit', done);
  });
}

/** The password is made once and kept beside the data, readable by its owner only. */
async function passwordOf(home: string): Promise<string> {
  const path = join(home, 'password');
  await writeFile(path, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return readFile(path, 'utf8');
}

/** Makes the cluster beside its place and moves it there when whole, so that a start cut short leaves nothing half made. */
async function initialise(home: string, folder: string, binaries: Binaries, account: Account, password: string): Promise<void> {
  const draft = join(home, `new-${process.pid}`);
  const passwordFile = join(home, `password-${process.pid}`);
  const log = await open(join(home, 'initdb.log'), 'w');
  await writeFile(passwordFile, password, { mode: 0o644 });
  const args = ['-D', draft, '-U', 'autograph', '-E', 'UTF8', '--locale=C', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const status = await exit(start(account, binaries.initdb, args, log.fd)).finally(() =>
    Promise.all([log.close(), rm(passwordFile, { force: true })]),
  );
  if (status !== 0) throw new StartError(`The embedded PostgreSQL could not make its data folder: see ${join(home, 'initdb.log')}.`);
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(join(folder, 'PG_VERSION')))) throw error;
  });
}

async function untilReady(folder: string, failed: () => boolean): Promise<Postmaster | null> {
  for (const deadline = Date.now() + startMilliseconds; Date.now() < deadline; await delay(5)) {
    const found = await readPostmaster(folder);
    if (found?.ready) return found;
    if (failed() && !found) return null;
  }
  return null;
}

/** Adopts the server that a killed process left running, or starts one. */
async function runServer(home: string, folder: string, binaries: Binaries, account: Account): Promise<Postmaster> {
  const logPath = join(home, 'postgres.log');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const running = await readPostmaster(folder);
    if (running?.ready) return running;
    let failed = false;
    if (!running) {
      await rm(join(folder, 'postmaster.pid'), { force: true });
      const log = await open(logPath, 'a');
      const child = start(account, binaries.postgres, ['-D', folder, '-p', String(await freePort()), ...serverSettings], log.fd);
      child.once('exit', () => {
        failed = true;
      });
      child.once('error', () => {
        failed = true;
      });
      child.unref();
      await log.close();
    }
    const found = await untilReady(folder, () => failed);
    if (found) return found;
  }
  throw new StartError(`The embedded PostgreSQL does not start: see ${logPath}.`);
}

const addressOf = (password: string, port: number) => `postgres://autograph:${password}@127.0.0.1:${port}/postgres`;

/** Where the server of a data folder answers that another process runs now; null when none does. For tools that look at its data meanwhile. */
export async function runningEmbedded(dataFolder: string): Promise<string | null> {
  const home = resolve(dataFolder, 'postgres');
  const server = await readPostmaster(join(home, 'cluster'));
  return server?.ready ? addressOf(await passwordOf(home), server.port) : null;
}

const serverSettings = [
  ...['-c', 'listen_addresses=127.0.0.1'],
  ...['-c', 'unix_socket_directories='],
  ...['-c', 'fsync=on'],
  ...['-c', 'max_connections=100'],
  ...['-c', 'shared_buffers=64MB'],
  ...['-c', 'log_min_messages=warning'],
];

async function stopServer(folder: string, pid: number): Promise<void> {
  // SIGINT is a fast shutdown: transactions are rolled back, everything is written, connections end.
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  const deadline = Date.now() + 30_000;
  while ((await readPostmaster(folder)) !== null && Date.now() < deadline) await delay(10);
}

/**
 * A real PostgreSQL server that keeps its data in `<dataFolder>/postgres` and belongs to this process alone.
 * Throws StartError when another process uses the folder, or the server cannot run.
 */
export async function openEmbeddedDatabase(dataFolder: string): Promise<EmbeddedDatabase> {
  const home = resolve(dataFolder, 'postgres');
  const folder = join(home, 'cluster');
  await mkdir(home, { recursive: true });
  const binaries = await findBinaries();
  const account = await chooseAccount(home, binaries.postgres);
  const password = await passwordOf(home);
  if (!(await exists(join(folder, 'PG_VERSION')))) await initialise(home, folder, binaries, account, password);
  await chmod(folder, 0o700);

  const server = await runServer(home, folder, binaries, account);
  const url = addressOf(password, server.port);
  const claimed = await claim(url, dataFolder);
  return {
    url,
    pid: server.pid,
    stop: async () => {
      await claimed.release();
      await stopServer(folder, server.pid);
    },
  };
}
