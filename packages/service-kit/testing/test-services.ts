import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RouteContract, RouteInput, RouteOutput } from '@autograph/contracts';
import { createClient } from '@autograph/contracts';
import { injectedFetch } from '../call.ts';
import { readConfig } from '../config.ts';
import { type Host, hostServices } from '../host.ts';
import type { Identity } from '../identity.ts';
import { createLogs } from '../logs.ts';
import { openPlatform } from '../platform.ts';
import type { Platform, Service } from '../service.ts';
import { openSession } from '../sessions.ts';
import type { LogLines } from './log-lines.ts';
import { createTestDatabase } from './test-database.ts';

export interface TestServices {
  readonly platform: Platform;
  readonly host: Host;
  /** Calls a route as a person (null: nobody), straight at its service. Throws its CodedError. */
  call<R extends RouteContract>(identity: Identity | null, route: R, input: RouteInput<R>): Promise<RouteOutput<R>>;
  /** An access token of a person whose session is open. */
  token(identity: Identity): Promise<string>;
  close(): Promise<void>;
}

/** A platform of its own for a test: new database, memory in place of Redis, files in a temporary folder. */
export async function openTestPlatform(
  environment: Readonly<Record<string, string>> = {},
  logTo?: LogLines,
): Promise<{ platform: Platform; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'autograph-test-'));
  const database = await createTestDatabase();
  const config = readConfig({ DATA_DIR: folder, DATABASE_URL: database.url, LOG_LEVEL: logTo ? 'info' : 'silent', ...environment });
  const { platform, close } = await openPlatform(config, createLogs(config.LOG_LEVEL, logTo && { write: logTo.take }));
  return {
    platform,
    close: async () => {
      await close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Services on a test platform in this process; they call each other as in production. */
export async function startTestServices(
  services: readonly Service[],
  environment: Readonly<Record<string, string>> = {},
  logTo?: LogLines,
): Promise<TestServices> {
  const { platform, close } = await openTestPlatform(environment, logTo);
  const host = await hostServices(platform, services);
  const tokenOf = async (identity: Identity) => {
    await openSession(platform.kv, identity.session_id, identity.user_id);
    return platform.tokens.signAccessToken(identity);
  };
  return {
    platform,
    host,
    token: tokenOf,
    call: async (identity, route, input) => {
      const token = identity ? await tokenOf(identity) : null;
      const client = createClient({
        baseUrl: '',
        fetch: injectedFetch(host.app(route.service)),
        headers: (): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {}),
      });
      return client(route, Object.assign({ signal: undefined }, input));
    },
    close: async () => {
      await host.close();
      await close();
    },
  };
}

/** A person for tests, with a new id unless told. */
export const testIdentity = (overrides: Partial<Identity> = {}): Identity => ({
  user_id: randomUUID(),
  name: 'Ada',
  email: 'ada@example.com',
  role: 'editor',
  session_id: randomUUID(),
  ...overrides,
});
