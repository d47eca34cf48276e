import { accounts, type Database, passkeys, sessions, users, verifications } from '@autograph/database';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { passkeyPlugin } from './passkeys/plugin.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { signInSeconds } from './refresh-tokens.ts';

export interface EngineOptions {
  readonly db: Database;
  /** Signs what the engine itself hands out; at least 32 characters. */
  readonly secret: string;
  /** Origin under which people reach the instance. */
  readonly baseUrl: string;
  /** A session row was made: from now on its access tokens count. */
  readonly onSessionStart: (sessionId: string, userId: string) => Promise<void>;
  /** A session row is gone: its access tokens must be refused at once. */
  readonly onSessionEnd: (sessionId: string) => Promise<void>;
  /** The engine's own failures, without the data that caused them. */
  readonly onFailure: (message: string) => void;
}

/**
 * The engine of accounts, passwords and sessions, on our tables. Its own HTTP routes are not mounted: ours are its face.
 * Each plugin stands in a file of its own.
 */
export function createEngine({ db, secret, baseUrl, onSessionStart, onSessionEnd, onFailure }: EngineOptions) {
  return betterAuth({
    appName: 'AutoGraph',
    baseURL: baseUrl,
    secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications, passkey: passkeys },
      transaction: true,
    }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 1,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: signInSeconds(true), disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: { after: (session) => onSessionStart(session.id, session.userId) },
        delete: { after: (session) => onSessionEnd(session.id) },
      },
    },
    advanced: { database: { generateId: false }, cookiePrefix: 'ag_engine' },
    plugins: [passkeyPlugin(baseUrl)],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => onFailure(message) },
  });
}

export type Engine = ReturnType<typeof createEngine>;
